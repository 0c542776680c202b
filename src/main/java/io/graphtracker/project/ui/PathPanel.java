package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.feedback.FocusRescue;
import io.graphtracker.project.TaskPath;
import io.graphtracker.project.ui.TaskRows.Row;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows, as long as a path is highlighted, how long it is, its tasks in order, and how much time the selected task has.
 * The message with the same text disappears. It offers to go from the critical path to that of the selected task, and
 * back.
 */
class PathPanel extends Div implements GraphModel.Listener {

    private static final String ID = "criticalPath";

    /** Remembers where the keyboard came from, and goes to the selected task of the list, or the first one. */
    private static final String ENTER = """
            if (this.contains(document.activeElement)) return this.leave();
            this.cameFrom = document.activeElement;
            const rows = [...this.querySelectorAll('li vaadin-button')];
            (rows.find(row => row.closest('li').hasAttribute('aria-current')) ?? rows[0])?.focus();
            """;

    private static final String LEAVE = """
            if (this.leave) return;
            this.leave = () => {
              const back = this.cameFrom;
              if (!back?.isConnected) return;
              if (back.returnFocus) back.returnFocus(); else back.focus();
            };
            this.addEventListener('keydown', event => {
              if (event.key === 'Escape' && this.cameFrom?.isConnected) {
                event.stopPropagation();
                this.leave();
              }
            });
            """;

    private final GraphModel graph;
    private final Texts texts;
    private final PathTexts words;
    private final Paragraph sum = new Paragraph();
    private final Paragraph slack = new Paragraph();
    private final Button critical;
    private final Button ofTask;
    private final TaskRows chain;
    private final NativeDetails inOrder;

    PathPanel(GraphModel graph, PathCommands paths, Texts texts) {
        this.graph = graph;
        this.texts = texts;
        this.words = new PathTexts(graph, texts);
        setId(ID);
        addClassName("critical-path");
        sum.setId("criticalPathSum");
        slack.setId("criticalPathSlack");
        critical = new Button(texts.get("action.btnCriticalPath"), click -> paths.showCriticalPath());
        critical.setId("btnPathCritical");
        ofTask = new Button(texts.get("action.btnTaskPath"), click -> paths.showTaskPath());
        ofTask.setId("btnPathOfTask");
        Div choice = new Div(critical, ofTask);
        choice.addClassName("path-choice");
        chain = new TaskRows(graph, new OrderedList(), this::leave, texts);
        inOrder = new NativeDetails(texts.get("critical-path.in-order"), chain);
        add(sum, slack, choice, inOrder);
        Shortcuts.addShortcutListener(this, this::enter, Key.F6);
        addAttachListener(attach -> getElement().executeJs(LEAVE));
        graph.addListener(this);
        highlightChanged();
    }

    /** On the parent: a hidden component runs no script. */
    private void leave() {
        getParent().ifPresent(parent -> FocusRescue.from(parent, ID, GraphCanvas.ID));
    }

    private void enter() {
        inOrder.setOpen(true);
        getElement().executeJs(ENTER);
    }

    @Override
    public void highlightChanged() {
        Optional<TaskPath> path = graph.analysis().taskPath();
        boolean shown = graph.analysis().criticalPath().isPresent();
        if (!shown) {
            leave();
        }
        setVisible(shown);
        sum.setText(words.sum());
        press(critical, path.isEmpty());
        press(ofTask, path.isPresent());
        list(graph.analysis().chain());
        selectionChanged();
    }

    private static void press(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }

    private void list(List<UUID> taskIds) {
        inOrder.setVisible(!taskIds.isEmpty());
        UUID current = graph.analysis().taskPath().map(TaskPath::taskId).orElse(null);
        List<Row> rows = taskIds.stream()
                .limit(TaskRows.MOST)
                .map(id -> new Row(id, graph.analysis().title(id), words.duration(id), null, id.equals(current)))
                .toList();
        chain.show(rows, taskIds.size());
    }

    @Override
    public void selectionChanged() {
        // always there, so that the canvas does not change its height with the selection
        slack.setVisible(graph.analysis()
                .criticalPath()
                .filter(path -> !path.chain().isEmpty())
                .isPresent());
        slack.setText(words.slack().orElseGet(() -> texts.get("critical-path.select")));
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.project.Change;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.GraphCommand.ConnectAll;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskPair;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says in the Task tab what was deleted, and offers to undo it, or to connect the tasks that only the deleted ones
 * connected. It stays until this page changes or selects something else; what others do does not end the offer.
 */
class ChangeNotice extends Div implements GraphModel.Listener {

    private final GraphModel graph;
    private final GraphEditor editor;
    private final Runnable afterwards;
    private final Texts texts;
    private final Paragraph text = new Paragraph();
    private final Div offers = new Div();

    /** What the page could undo next when the notice was shown. */
    private @Nullable UUID offered;

    /** @param afterwards moves the focus when the button that had it disappears */
    ChangeNotice(GraphModel graph, GraphEditor editor, Runnable afterwards, Texts texts) {
        this.graph = graph;
        this.editor = editor;
        this.afterwards = afterwards;
        this.texts = texts;
        setId("changeNotice");
        addClassName("change-notice");
        offers.addClassName("change-offers");
        setVisible(false);
        add(text, offers);
        graph.addListener(this);
    }

    /** Shows a deletion that was just made. */
    void show(ChangeResult result) {
        offers.removeAll();
        offered = nextUndo();
        setVisible(result.change() != null);
        Optional.ofNullable(result.change()).ifPresent(change -> {
            text.setText(ChangeTexts.description(change, texts));
            offers.add(undoButton(change));
            if (!result.reconnections().isEmpty()) {
                offers.add(connectButton(result.reconnections()));
            }
        });
    }

    @Override
    public void changed(GraphPatch patch) {
        if (!Objects.equals(offered, nextUndo())) {
            setVisible(false);
        }
    }

    private @Nullable UUID nextUndo() {
        return graph.undoState().peek().undoId();
    }

    @Override
    public void selectionChanged() {
        if (!graph.selection().isEmpty() || graph.selectedDependency().isPresent()) {
            setVisible(false);
        }
    }

    private Button undoButton(Change change) {
        Button undo = new Button(texts.get("action.btnUndo"), click -> take(() -> editor.undo(change.id())));
        undo.setId("btnUndoDeletion");
        return undo;
    }

    private Button connectButton(List<TaskPair> pairs) {
        Button connect = new Button(offer(pairs), click -> take(() -> editor.execute(new ConnectAll(pairs))));
        connect.setId("btnReconnect");
        connect.addClassName("change-reconnect");
        return connect;
    }

    private void take(Runnable offer) {
        setVisible(false);
        offer.run();
        afterwards.run();
    }

    private String offer(List<TaskPair> pairs) {
        TaskPair first = pairs.getFirst();
        return pairs.size() == 1
                ? texts.get("task.reconnect.one", title(first.sourceId()), title(first.targetId()))
                : texts.get("task.reconnect.all", pairs.size());
    }

    private String title(UUID taskId) {
        return graph.find(taskId).map(Task::title).orElse("");
    }
}

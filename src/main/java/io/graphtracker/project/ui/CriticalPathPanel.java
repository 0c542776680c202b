package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.project.CriticalPath;
import io.graphtracker.project.CriticalPath.Times;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.texts.Texts;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows, as long as the critical path is highlighted, how long it is, its tasks in order, and how much time the selected
 * task has. The message with the same text disappears.
 */
class CriticalPathPanel extends Div implements GraphModel.Listener {

    /** More tasks than anyone reads; each has a button. */
    private static final int MOST_LISTED = 200;

    private static final double MINUTES = 60;

    /** A task in the list. */
    private record Entry(UUID id, String title, String duration) {}

    private final GraphModel graph;
    private final Texts texts;
    private final Paragraph sum = new Paragraph();
    private final Paragraph slack = new Paragraph();
    private final OrderedList chain = new OrderedList();
    private final Paragraph rest = new Paragraph();
    private final NativeDetails inOrder;
    private List<Entry> shown = List.of();

    CriticalPathPanel(GraphModel graph, Texts texts) {
        this.graph = graph;
        this.texts = texts;
        setId("criticalPath");
        addClassName("critical-path");
        sum.setId("criticalPathSum");
        slack.setId("criticalPathSlack");
        chain.addClassName("critical-path-chain");
        inOrder = new NativeDetails(texts.get("critical-path.in-order"), new Div(chain, rest));
        add(sum, slack, inOrder);
        graph.addListener(this);
        highlightChanged();
    }

    @Override
    public void highlightChanged() {
        Optional<CriticalPath> path = graph.criticalPath();
        setVisible(path.isPresent());
        sum.setText(path.map(this::describe).orElse(""));
        list(path.map(CriticalPath::chain).orElse(List.of()));
        selectionChanged();
    }

    /** How long a path is, in words. */
    private String describe(CriticalPath path) {
        return describe(path, graph.facts().isEmpty(), texts);
    }

    /** @param empty whether there is no task at all */
    static String describe(CriticalPath path, boolean empty, Texts texts) {
        if (path.chain().isEmpty()) {
            return texts.get(empty ? "critical-path.empty" : "critical-path.nothing-left");
        }
        int parallel = path.taskIds().size() - path.chain().size();
        return texts.get("critical-path.shown", path.chain().size(), hours(path.minutes(), texts), parallel);
    }

    private static String hours(long minutes, Texts texts) {
        double hours = minutes / MINUTES;
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(2);
        return texts.get("critical-path.hours", hours, format.format(hours));
    }

    private void list(List<UUID> taskIds) {
        inOrder.setVisible(!taskIds.isEmpty());
        List<UUID> listed = taskIds.stream().limit(MOST_LISTED).toList();
        Map<UUID, String> titles = graph.details().titlesById(graph.projectId(), listed);
        List<Entry> entries = listed.stream()
                .map(id -> new Entry(id, titles.getOrDefault(id, ""), duration(id)))
                .toList();
        // one of the buttons may have the focus
        if (!entries.equals(shown)) {
            shown = entries;
            chain.removeAll();
            entries.forEach(entry -> chain.add(item(entry)));
        }
        int more = taskIds.size() - listed.size();
        rest.setVisible(more > 0);
        rest.setText(texts.get("critical-path.more", more));
    }

    private String duration(UUID id) {
        return graph.criticalPath()
                .map(path -> path.times().get(id))
                .map(times -> hours(times.earliestFinish() - times.earliestStart(), texts))
                .orElse("");
    }

    private ListItem item(Entry entry) {
        Button task = new Button(entry.title(), click -> {
            graph.select(entry.id());
            graph.reveal();
        });
        task.addThemeVariants(ButtonVariant.TERTIARY);
        task.addClassName("dependency-task");
        Span duration = new Span(entry.duration());
        duration.addClassName("secondary");
        return new ListItem(task, duration);
    }

    @Override
    public void selectionChanged() {
        Optional<String> text =
                graph.criticalPath().flatMap(path -> graph.selectedTask().flatMap(id -> explain(path, id)));
        // always there, so that the canvas does not change its height with the selection
        slack.setVisible(
                graph.criticalPath().filter(path -> !path.chain().isEmpty()).isPresent());
        slack.setText(text.orElseGet(() -> texts.get("critical-path.select")));
    }

    private Optional<String> explain(CriticalPath path, UUID taskId) {
        Times times = path.times().get(taskId);
        Task task = graph.find(taskId).orElse(null);
        if (times == null || task == null) {
            return Optional.empty();
        }
        String title = task.title();
        if (path.taskIds().contains(taskId)) {
            return Optional.of(texts.get("critical-path.critical", title));
        }
        return Optional.of(
                task.status() == TaskStatus.DONE
                        ? texts.get("critical-path.done", title)
                        : texts.get("critical-path.slack", title, hours(times.slack(), texts)));
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of the graph as a list for keyboards and screen readers, which cannot use the canvas. The order is the
 * reading order on the canvas; the tasks of a group follow it.
 */
@Tag("task-outline")
@JsModule("context://app/task-outline.nocache.js")
class TaskOutline extends Component {

    private static final Comparator<Task> READING_ORDER = Comparator.<Task>comparingDouble(
                    task -> task.position().y())
            .thenComparingDouble(task -> task.position().x());

    private final Texts texts;

    TaskOutline(Texts texts) {
        this.texts = texts;
        setId("taskOutline");
        getElement().setProperty("name", texts.get("outline.name"));
    }

    void setGraph(ProjectGraph graph) {
        getElement().setPropertyList("items", items(graph));
    }

    void setSelection(@Nullable UUID taskId) {
        getElement().setProperty("selectedId", taskId == null ? null : taskId.toString());
    }

    Registration addSelectionChangedListener(ComponentEventListener<SelectionChangedEvent> listener) {
        return addListener(SelectionChangedEvent.class, listener);
    }

    Registration addTaskActivatedListener(ComponentEventListener<TaskActivatedEvent> listener) {
        return addListener(TaskActivatedEvent.class, listener);
    }

    private List<Item> items(ProjectGraph graph) {
        // Collectors.groupingBy refuses null keys, and a task without a group has no parent
        Map<@Nullable UUID, List<Task>> byParent = new HashMap<>();
        graph.tasks()
                .forEach(task -> byParent.computeIfAbsent(task.parentId(), parent -> new ArrayList<>())
                        .add(task));
        List<Item> items = new ArrayList<>();
        addChildren(null, 0, byParent, items);
        return items;
    }

    private void addChildren(
            @Nullable UUID parent, int level, Map<@Nullable UUID, List<Task>> byParent, List<Item> items) {
        byParent.getOrDefault(parent, List.of()).stream().sorted(READING_ORDER).forEach(task -> {
            items.add(item(task, level));
            addChildren(task.id(), level + 1, byParent, items);
        });
    }

    private Item item(Task task, int level) {
        String state = task.group()
                ? texts.get("outline.group")
                : texts.get(task.status().textKey());
        return new Item(
                task.id(), task.title(), level, task.group(), task.status().slug(), state);
    }

    record Item(UUID id, String label, int level, boolean group, String status, String statusName) {}

    /** The user selected a task. */
    @DomEvent("selection-changed")
    public static class SelectionChangedEvent extends ComponentEvent<TaskOutline> {

        private final @Nullable String taskId;

        public SelectionChangedEvent(
                TaskOutline source, boolean fromClient, @EventData("event.detail.id") @Nullable String taskId) {
            super(source, fromClient);
            this.taskId = taskId;
        }

        @Nullable
        String taskId() {
            return taskId;
        }
    }

    /** The user wants to edit a task. */
    @DomEvent("node-activated")
    public static class TaskActivatedEvent extends ComponentEvent<TaskOutline> {

        private final String taskId;

        public TaskActivatedEvent(TaskOutline source, boolean fromClient, @EventData("event.detail.id") String taskId) {
            super(source, fromClient);
            this.taskId = taskId;
        }

        String taskId() {
            return taskId;
        }
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.ListDataProvider;
import io.graphtracker.project.FoundTask;
import io.graphtracker.project.GraphCommand.PutIntoGroup;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what is selected into a group, or out of it, without dragging. */
class GroupChoice extends ComboBox<FoundTask> {

    /** Stands for no group, where an empty field stands for different ones. */
    private static final UUID NO_GROUP = new UUID(0, 0);

    private final GraphModel graph;
    private final GraphEditor editor;
    private final Texts texts;
    private Set<UUID> taskIds = Set.of();

    GroupChoice(String id, GraphModel graph, GraphEditor editor, Texts texts) {
        super(texts.get("task.group"));
        this.graph = graph;
        this.editor = editor;
        this.texts = texts;
        setId(id);
        setWidthFull();
        setClearButtonVisible(true);
        setItemLabelGenerator(this::label);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                put(change.getValue());
            }
        });
    }

    /** Shows the group of tasks; none if they are in different ones. */
    void show(List<Task> tasks) {
        taskIds = tasks.stream().map(Task::id).collect(Collectors.toSet());
        List<FoundTask> groups = graph.details().groups(graph.projectId()).stream()
                .filter(group -> !taskIds.contains(group.id()))
                .toList();
        Set<Optional<UUID>> parents =
                tasks.stream().map(Task::parentId).map(Optional::ofNullable).collect(Collectors.toSet());
        boolean different = parents.size() > 1;
        List<FoundTask> choices = new ArrayList<>(groups);
        if (different) {
            // the field is empty already, so that it cannot be cleared
            choices.addFirst(new FoundTask(NO_GROUP, texts.get("task.group.none"), null));
        }
        setItems(new ListDataProvider<>(choices));
        setVisible(!choices.isEmpty());
        setPlaceholder(texts.get(different ? "task.group.different" : "task.group.none"));
        setValue(parents.size() == 1 ? find(parents.iterator().next(), groups) : null);
    }

    private static @Nullable FoundTask find(Optional<UUID> id, List<FoundTask> groups) {
        return groups.stream()
                .filter(group -> id.filter(group.id()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    private void put(@Nullable FoundTask group) {
        UUID groupId = group == null || group.id().equals(NO_GROUP) ? null : group.id();
        // what was refused is not what the field must go on showing
        editor.execute(new PutIntoGroup(taskIds, groupId)).ifPresentOrElse(done -> {}, this::showStored);
    }

    private void showStored() {
        show(graph.findAll(taskIds));
    }

    private String label(FoundTask group) {
        return group.groupTitle() == null
                ? group.title()
                : texts.get("connect.task-in-group", group.title(), group.groupTitle());
    }
}

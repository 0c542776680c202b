package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.project.DependencyEnds;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The Task tab, which shows and edits what is selected: a task, several, or a dependency. */
class TaskPanel extends Div implements GraphModel.Listener {

    private final GraphModel graph;
    private final Div nothingSelected = new Div();
    private final TaskEditor task;
    private final SelectionEditor several;
    private final DependencyEditor dependency;

    TaskPanel(
            GraphModel graph,
            GraphEditor editor,
            GraphServices services,
            ChangeNotice notice,
            Texts texts,
            Runnable deleteSelected) {
        this.graph = graph;
        addClassName("task-panel");
        task = new TaskEditor(graph, editor, services, texts, deleteSelected);
        several = new SelectionEditor(graph, editor, texts, deleteSelected);
        dependency = new DependencyEditor(texts, graph::select, deleteSelected);
        nothingSelected.addClassName("empty-state");
        nothingSelected.add(new H2(texts.get("task.none.title")), new Paragraph(texts.get("task.none.text")));
        add(notice, nothingSelected, task, several, dependency);
        graph.addListener(this);
        show();
    }

    @Override
    public void changed(GraphPatch patch) {
        Optional<UUID> selected = graph.selectedTask().filter(task::shows);
        if (selected.isPresent()) {
            if (!patch.removedTasks().contains(selected.get())) {
                task.follow(patch);
            }
        } else if (isBackAgain()) {
            // what was typed about it can be saved now
            task.shownId().ifPresent(graph::select);
        } else {
            show();
        }
    }

    @Override
    public void reread() {
        show();
    }

    @Override
    public void selectionChanged() {
        show();
    }

    @Override
    public void editingRequested() {
        task.editTitle();
    }

    private void show() {
        Set<UUID> selection = graph.selection();
        Optional<Task> one = graph.selectedTask().flatMap(graph::find);
        Optional<DependencyEnds> ends =
                graph.selectedDependency().flatMap(id -> graph.details().dependency(graph.projectId(), id));
        boolean kept = one.isEmpty() && selection.size() < 2 && ends.isEmpty() && isLastHome();
        task.setVisible(one.isPresent() || kept);
        several.setVisible(selection.size() > 1);
        dependency.setVisible(ends.isPresent());
        nothingSelected.setVisible(Set.of(task, several, dependency).stream().noneMatch(Div::isVisible));
        one.ifPresent(task::show);
        ends.ifPresent(dependency::show);
        if (selection.size() > 1) {
            several.show(selection);
        }
        if (kept) {
            task.keepForCopying();
        }
    }

    /**
     * Whether the fields may contain unsaved text of a task that no longer exists, for example because another page
     * deleted it. What is being typed is not known here until the user leaves the field.
     */
    private boolean isLastHome() {
        return task.shownId().filter(Predicate.not(this::exists)).isPresent() && task.isInUse();
    }

    /** Whether a task whose fields were kept exists again, for example because its deletion was undone. */
    private boolean isBackAgain() {
        return task.isVisible()
                && graph.selection().isEmpty()
                && task.isInUse()
                && task.shownId().filter(this::exists).isPresent();
    }

    private boolean exists(UUID taskId) {
        return graph.find(taskId).isPresent();
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.DependencyEnds;
import io.graphtracker.project.FoundTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.Disconnect;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.TaskSearch;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a task depends on, and what depends on it; both can be changed. */
class TaskDependencies extends Div {

    private final GraphModel graph;
    private final GraphEditor editor;
    private final TaskSearch search;
    private final Texts texts;
    private final DependencyList dependsOn;
    private final DependencyList neededBy;
    private @Nullable UUID taskId;

    TaskDependencies(GraphModel graph, GraphEditor editor, TaskSearch search, Texts texts) {
        this.graph = graph;
        this.editor = editor;
        this.search = search;
        this.texts = texts;
        addClassName("task-dependencies");
        dependsOn = new DependencyList(
                "task.depends-on", texts, graph::select, this::disconnect, adder("task.depends-on", true));
        neededBy = new DependencyList(
                "task.needed-by", texts, graph::select, this::disconnect, adder("task.needed-by", false));
        add(dependsOn, neededBy);
    }

    /** Shows the dependencies of a task. */
    void show(UUID id) {
        if (!id.equals(taskId)) {
            dependsOn.closeAdder();
            neededBy.closeAdder();
        }
        taskId = id;
        setVisible(true);
        List<DependencyEnds> all = graph.details().dependenciesOf(id);
        dependsOn.show(all.stream()
                .filter(ends -> ends.targetId().equals(id))
                .map(ends -> new DependencyList.Entry(ends.id(), ends.sourceId(), ends.sourceTitle()))
                .toList());
        neededBy.show(all.stream()
                .filter(ends -> ends.sourceId().equals(id))
                .map(ends -> new DependencyList.Entry(ends.id(), ends.targetId(), ends.targetTitle()))
                .toList());
    }

    /** Shows what has become of them. */
    void follow(GraphPatch patch) {
        if (concerns(patch, task())) {
            show(task());
        }
    }

    private UUID task() {
        return Objects.requireNonNull(taskId);
    }

    /** The lists name the tasks at the other ends, so a changed title there concerns them, too. */
    private boolean concerns(GraphPatch patch, UUID id) {
        return !patch.removedDependencies().isEmpty()
                || patch.dependencies().stream()
                        .anyMatch(dependency -> dependency.sourceId().equals(id)
                                || dependency.targetId().equals(id))
                || patch.tasks().stream().anyMatch(task -> dependsOn.names(task.id()) || neededBy.names(task.id()));
    }

    /** @param before whether it adds tasks that come first */
    private DependencyAdder adder(String textKey, boolean before) {
        return new DependencyAdder(
                textKey,
                before ? "dependsOn" : "neededBy",
                typed -> candidates(typed, before),
                other -> before ? connect(other, task()) : connect(task(), other),
                texts);
    }

    private List<FoundTask> candidates(String typed, boolean before) {
        DependencyList present = before ? dependsOn : neededBy;
        return search.tasksAndGroups(graph.projectId(), typed).stream()
                .filter(found -> !found.id().equals(taskId) && !present.names(found.id()))
                .toList();
    }

    /** Returns why the dependency is refused, if so. */
    private Optional<String> connect(UUID sourceId, UUID targetId) {
        try {
            ChangeResult result = graph.execute(new Connect(sourceId, targetId));
            editor.announce(result);
            return Optional.empty();
        } catch (ProjectException e) {
            return Optional.of(texts.get(e.messageKey(), e.arguments()));
        }
    }

    private void disconnect(UUID dependencyId) {
        editor.execute(new Disconnect(Set.of(dependencyId)));
    }
}

package io.graphtracker.project.ui;

import io.graphtracker.project.GraphCommand;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.MoveIntoGroup;
import io.graphtracker.project.GraphCommand.MoveTasks;
import io.graphtracker.project.GraphCommand.PutIntoGroup;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectIds;
import io.graphtracker.texts.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does what a user asks for on the canvas with the hand or a key, as the actions of the page do it. */
final class CanvasRequests {

    private final GraphModel graph;
    private final GraphEditor editor;
    private final Texts texts;

    private CanvasRequests(GraphModel graph, GraphEditor editor, Texts texts) {
        this.graph = graph;
        this.editor = editor;
        this.texts = texts;
    }

    static void serve(GraphCanvas canvas, GraphModel graph, GraphEditor editor, Runnable deleteSelected, Texts texts) {
        CanvasRequests requests = new CanvasRequests(graph, editor, texts);
        canvas.addSelectionChangedListener(event -> requests.select(event.taskIds(), event.dependencyId()));
        canvas.addTaskActivatedListener(event -> id(event.taskId()).ifPresent(graph::edit));
        canvas.addTasksMovedListener(event -> {
            try {
                requests.move(event);
            } finally {
                canvas.confirmMoves(event.number());
            }
        });
        canvas.addTaskRequestedListener(requests::addTask);
        canvas.addDependencyRequestedListener(requests::connect);
        canvas.addDeleteRequestedListener(event -> {
            requests.select(event.taskIds(), event.dependencyId());
            deleteSelected.run();
        });
    }

    private void select(Collection<String> taskIds, @Nullable String dependencyId) {
        Optional<UUID> dependency = id(dependencyId);
        if (dependency.isPresent()) {
            graph.selectDependency(dependency.get());
        } else {
            graph.select(taskIds.stream().flatMap(id -> id(id).stream()).toList());
        }
    }

    private void move(CanvasEvents.TasksMovedEvent event) {
        boolean moved = false;
        try {
            moved = editor.execute(command(event))
                    .filter(result -> result.skipped().goneTasks() == 0)
                    .isPresent();
        } finally {
            if (!moved) {
                graph.refuseMoves();
            }
        }
    }

    private static GraphCommand command(CanvasEvents.TasksMovedEvent event) {
        Map<UUID, Position> positions = new HashMap<>();
        event.moves()
                .forEach(move -> id(move.id()).ifPresent(id -> positions.put(id, new Position(move.x(), move.y()))));
        Set<UUID> regrouped =
                event.regrouped().stream().flatMap(id -> id(id).stream()).collect(Collectors.toSet());
        return regrouped.isEmpty()
                ? new MoveTasks(positions)
                : new MoveIntoGroup(
                        positions,
                        new PutIntoGroup(regrouped, id(event.groupId()).orElse(null)));
    }

    private void addTask(CanvasEvents.TaskRequestedEvent wanted) {
        editor.add(new AddTask(
                        texts.get("task.new-title"),
                        wanted.position(),
                        null,
                        id(wanted.afterId()).orElse(null)))
                .ifPresent(id -> {
                    graph.edit(id);
                    graph.reveal();
                });
    }

    private void connect(CanvasEvents.DependencyRequestedEvent wanted) {
        id(wanted.sourceId())
                .ifPresent(source ->
                        id(wanted.targetId()).ifPresent(target -> editor.execute(new Connect(source, target))));
    }

    /** An id that the browser sent. */
    private static Optional<UUID> id(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(ProjectIds::parse);
    }
}

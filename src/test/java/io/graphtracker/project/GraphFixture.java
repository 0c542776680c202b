package io.graphtracker.project;

import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.Disconnect;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.MoveTasks;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads graphs, and changes them as a page that cannot undo anything, by one call each. */
@Component
public class GraphFixture {

    private final GraphService service;
    private final GraphChanges changes;
    private final TaskRepository tasks;
    private final DependencyRepository dependencies;

    GraphFixture(GraphService service, GraphChanges changes, TaskRepository tasks, DependencyRepository dependencies) {
        this.service = service;
        this.changes = changes;
        this.tasks = tasks;
        this.dependencies = dependencies;
    }

    public ProjectGraph load(UUID projectId) {
        return service.load(projectId);
    }

    public CriticalPath criticalPath(UUID projectId) {
        return service.criticalPath(projectId);
    }

    public Optional<Task> find(UUID projectId, UUID taskId) {
        return service.find(projectId, taskId);
    }

    public Task addTask(UUID projectId, String title, Position position) {
        return patch(changes.execute(projectId, null, new AddTask(title, position)))
                .tasks()
                .getFirst();
    }

    public void update(UUID taskId, TaskDetails shown, TaskDetails wanted) {
        changes.execute(projectOf(taskId), null, new EditTask(taskId, shown, wanted));
    }

    /** Moves tasks of one project; returns how many of them still exist. */
    public int move(Map<UUID, Position> positions) {
        if (positions.isEmpty()) {
            return 0;
        }
        UUID projectId =
                tasks.projectOf(positions.keySet()).stream().findFirst().orElseThrow(GraphFixture::notFound);
        return positions.size()
                - changes.execute(projectId, null, new MoveTasks(positions))
                        .skipped()
                        .goneTasks();
    }

    public void delete(UUID taskId) {
        tasks.projectOf(taskId)
                .ifPresent(projectId -> changes.execute(projectId, null, new DeleteTasks(Set.of(taskId))));
    }

    public Dependency connect(UUID sourceId, UUID targetId) {
        return patch(changes.execute(projectOf(sourceId), null, new Connect(sourceId, targetId)))
                .dependencies()
                .getFirst();
    }

    public void disconnect(UUID dependencyId) {
        dependencies
                .projectOf(dependencyId)
                .ifPresent(projectId -> changes.execute(projectId, null, new Disconnect(Set.of(dependencyId))));
    }

    private UUID projectOf(UUID taskId) {
        return tasks.projectOf(taskId).orElseThrow(GraphFixture::notFound);
    }

    private static ProjectException notFound() {
        return new ProjectException("project.error.node-not-found");
    }

    private static GraphPatch patch(ChangeResult result) {
        return Objects.requireNonNull(result.change()).patch();
    }
}

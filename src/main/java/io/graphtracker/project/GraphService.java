package io.graphtracker.project;

import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.Disconnect;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.MoveTasks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the graph of a project. {@link GraphChanges} changes it.
 */
@Service
public class GraphService {

    private final ProjectRepository projects;
    private final TaskRepository tasks;
    private final DependencyRepository dependencies;
    private final GraphRows rows;
    private final GraphChanges changes;

    GraphService(
            ProjectRepository projects,
            TaskRepository tasks,
            DependencyRepository dependencies,
            GraphRows rows,
            GraphChanges changes) {
        this.projects = projects;
        this.tasks = tasks;
        this.dependencies = dependencies;
        this.rows = rows;
        this.changes = changes;
    }

    /**
     * The whole graph, read by a constant number of queries from one snapshot of the database.
     *
     * @throws ProjectException if there is no such project
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ProjectGraph load(UUID projectId) {
        return graph(projectId);
    }

    /**
     * The chain of dependent tasks with the most planned hours. Tasks that are done count with their planned hours,
     * too: the critical path of a plan does not change as work proceeds. Among equal chains, the one with more tasks
     * wins, then the one created earlier.
     *
     * @throws ProjectException if there is no such project
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CriticalPath criticalPath(UUID projectId) {
        return DependencyGraph.criticalPath(graph(projectId));
    }

    /**
     * A task, for a form that shows it.
     *
     * @return nothing if it no longer exists, or belongs to another project
     */
    @Transactional(readOnly = true)
    public Optional<Task> find(UUID projectId, UUID taskId) {
        return Optional.ofNullable(rows.tasks(projectId, List.of(taskId)).get(taskId));
    }

    /** Adds a task as {@link GraphCommand.AddTask} does; no page can undo it. */
    public Task addTask(UUID projectId, String title, Position position) {
        return patch(changes.execute(projectId, null, new AddTask(title, position)))
                .tasks()
                .getFirst();
    }

    /** Updates the details of a task as {@link GraphCommand.EditTask} does; no page can undo it. */
    public void update(UUID taskId, TaskDetails shown, TaskDetails wanted) {
        UUID projectId =
                tasks.projectOf(taskId).orElseThrow(() -> new ProjectException("project.error.node-not-found"));
        changes.execute(projectId, null, new EditTask(taskId, shown, wanted));
    }

    /**
     * Moves tasks of one project as {@link GraphCommand.MoveTasks} does; no page can undo it.
     *
     * @return the number of tasks that still exist
     */
    public int move(Map<UUID, Position> positions) {
        if (positions.isEmpty()) {
            return 0;
        }
        UUID projectId = tasks.projectOf(positions.keySet()).stream()
                .findFirst()
                .orElseThrow(() -> new ProjectException("project.error.node-not-found"));
        return positions.size()
                - changes.execute(projectId, null, new MoveTasks(positions))
                        .skipped()
                        .goneTasks();
    }

    /** Deletes a task as {@link GraphCommand.DeleteTasks} does; no page can undo it. */
    public void delete(UUID taskId) {
        tasks.projectOf(taskId)
                .ifPresent(projectId -> changes.execute(projectId, null, new DeleteTasks(Set.of(taskId))));
    }

    /** Makes one task depend on another as {@link GraphCommand.Connect} does; no page can undo it. */
    public Dependency connect(UUID sourceId, UUID targetId) {
        UUID projectId =
                tasks.projectOf(sourceId).orElseThrow(() -> new ProjectException("project.error.node-not-found"));
        return patch(changes.execute(projectId, null, new Connect(sourceId, targetId)))
                .dependencies()
                .getFirst();
    }

    /** Removes a dependency as {@link GraphCommand.Disconnect} does; no page can undo it. */
    public void disconnect(UUID dependencyId) {
        dependencies
                .projectOf(dependencyId)
                .ifPresent(projectId -> changes.execute(projectId, null, new Disconnect(Set.of(dependencyId))));
    }

    private static GraphPatch patch(ChangeResult result) {
        return Objects.requireNonNull(result.change()).patch();
    }

    private ProjectGraph graph(UUID projectId) {
        if (!projects.existsById(projectId)) {
            throw new ProjectException("project.error.project-not-found");
        }
        List<Task> all = tasks.findByProjectIdOrderById(projectId).stream()
                .map(TaskEntity::toTask)
                .toList();
        return new ProjectGraph(projectId, all, dependencies(projectId));
    }

    private List<Dependency> dependencies(UUID projectId) {
        return dependencies.findByProjectIdOrderById(projectId).stream()
                .map(DependencyEntity::toDependency)
                .toList();
    }
}

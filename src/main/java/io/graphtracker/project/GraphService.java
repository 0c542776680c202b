package io.graphtracker.project;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and changes the graph of a project. A change of content is a change of the project; a new position of a task
 * is not, since it does not change the plan.
 *
 * <p>Every change calls {@link ProjectRepository#touch} first.
 */
@Service
@Transactional
public class GraphService {

    private final ProjectRepository projects;
    private final TaskRepository tasks;
    private final DependencyRepository dependencies;
    private final Clock clock;

    GraphService(ProjectRepository projects, TaskRepository tasks, DependencyRepository dependencies, Clock clock) {
        this.projects = projects;
        this.tasks = tasks;
        this.dependencies = dependencies;
        this.clock = clock;
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
     * Adds a planned task without an estimate, outside of any group.
     *
     * @param title 1 to 200 characters after trimming
     * @throws ProjectException if the title is blank or too long, or there is no such project
     */
    public Task addTask(UUID projectId, String title, Position position) {
        TaskDetails details = new TaskDetails(Rules.title(title), "", TaskStatus.PLANNED, null);
        touch(projectId);
        return tasks.save(TaskEntity.task(projectId, null, details, position)).toTask();
    }

    /**
     * Updates the details of a task. Only details that the user has changed are written, so that a concurrent change
     * of other details on another page is not overwritten.
     *
     * @param shown the details as the user saw them
     * @param wanted title of 1 to 200 characters and description of up to 10,000, after trimming; hours from 0 to
     *     100,000
     * @throws ProjectException if the wanted details break these rules, or there is no such task
     */
    public void update(UUID taskId, TaskDetails shown, TaskDetails wanted) {
        TaskDetails checked = Rules.details(wanted);
        touchProjectOf(taskId);
        TaskEntity task = get(taskId);
        task.write(task.details().with(shown, checked));
    }

    /**
     * Moves tasks together. Tasks that no longer exist, for example because another page deleted them, are skipped.
     *
     * @param positions the new positions, by task id
     * @return the number of tasks that still exist
     * @throws ProjectException if none of them exists any more
     */
    public int move(Map<UUID, Position> positions) {
        // always in the same order: two transactions that move the same tasks must not deadlock
        int moved = new TreeMap<>(positions)
                .entrySet().stream()
                        .mapToInt(move -> tasks.move(
                                move.getKey(),
                                move.getValue().x(),
                                move.getValue().y()))
                        .sum();
        if (moved == 0 && !positions.isEmpty()) {
            throw taskNotFound();
        }
        return moved;
    }

    /**
     * Deletes a task and its dependencies. The tasks in a deleted group move to the group that contained it, if any.
     * Does nothing if the task no longer exists.
     */
    public void delete(UUID taskId) {
        tasks.projectOf(taskId).ifPresent(projectId -> {
            touch(projectId);
            // read only now: until the project was locked, another transaction may have deleted it
            tasks.findById(taskId).ifPresent(this::delete);
        });
    }

    private void delete(TaskEntity task) {
        tasks.findByParentId(task.id()).forEach(child -> child.putInto(task.parentId()));
        dependencies.deleteOf(task.projectId(), task.id());
        tasks.delete(task);
    }

    /**
     * Makes one task depend on another.
     *
     * @param sourceId the task that comes first
     * @param targetId the task that depends on it
     * @throws ProjectException if they are the same task, belong to different projects, are connected already, if one
     *     is a group or does not exist, or if the source already depends on the target, directly or indirectly
     */
    public Dependency connect(UUID sourceId, UUID targetId) {
        UUID projectId = touchProjectOf(sourceId);
        TaskEntity source = get(sourceId);
        TaskEntity target = get(targetId);
        checkPair(source, target);
        if (new DependencyGraph(dependencies(projectId)).leads(targetId, sourceId)) {
            throw new ProjectException("project.error.edge-cycle", source.title(), target.title());
        }
        return dependencies
                .save(new DependencyEntity(projectId, sourceId, targetId))
                .toDependency();
    }

    private void checkPair(TaskEntity source, TaskEntity target) {
        if (source.id().equals(target.id())) {
            throw new ProjectException("project.error.edge-self", source.title());
        }
        if (!source.projectId().equals(target.projectId())) {
            throw new ProjectException("project.error.edge-other-project");
        }
        if (source.isGroup() || target.isGroup()) {
            throw new ProjectException("project.error.edge-group");
        }
        if (dependencies.existsBySourceIdAndTargetId(source.id(), target.id())) {
            throw new ProjectException("project.error.edge-duplicate", source.title(), target.title());
        }
    }

    /** Removes a dependency; does nothing if it no longer exists. */
    public void disconnect(UUID dependencyId) {
        dependencies.projectOf(dependencyId).ifPresent(projectId -> {
            touch(projectId);
            dependencies.remove(dependencyId);
        });
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

    private TaskEntity get(UUID taskId) {
        return tasks.findById(taskId).orElseThrow(GraphService::taskNotFound);
    }

    private UUID touchProjectOf(UUID taskId) {
        UUID projectId = tasks.projectOf(taskId).orElseThrow(GraphService::taskNotFound);
        touch(projectId);
        return projectId;
    }

    private void touch(UUID projectId) {
        if (projects.touch(projectId, clock.instant().truncatedTo(ChronoUnit.MILLIS)) == 0) {
            throw new ProjectException("project.error.project-not-found");
        }
    }

    private static ProjectException taskNotFound() {
        return new ProjectException("project.error.node-not-found");
    }
}

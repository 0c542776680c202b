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
 * Reads and changes the graph of a project. A change of content counts as a change of the project; a move does not, since it
 * says nothing about the plan.
 *
 * <p>Every change notes itself at the project first: see {@link ProjectRepository#touch}.
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
     * The whole graph, in a constant number of queries that see one moment.
     *
     * @throws ProjectException if there is no such project
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ProjectGraph load(UUID projectId) {
        return graph(projectId);
    }

    /**
     * The chain of tasks that takes longest by planned hours. Hours count as planned, also those of tasks that are done: the
     * path of a plan does not change because work goes on. Of equal chains, the one with more tasks, then the one made
     * earlier.
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
     * Changes what a person changed about a task. What they left as it was shown to them is not written, so that it cannot
     * undo what someone else wrote meanwhile on another page.
     *
     * @param shown the details as that person saw them
     * @param wanted title of 1 to 200 characters and description of up to 10,000, after trimming; hours from 0 to 100,000
     * @throws ProjectException if the wanted details break these rules, or there is no such task
     */
    public void update(UUID taskId, TaskDetails shown, TaskDetails wanted) {
        TaskDetails checked = Rules.details(wanted);
        touchProjectOf(taskId);
        TaskEntity task = get(taskId);
        task.write(task.details().with(shown, checked));
    }

    /**
     * Moves tasks together. Those that are gone by now, perhaps deleted from another page, are left out.
     *
     * @param positions where to, by the task's id
     * @return how many there were to move
     * @throws ProjectException if all of them are gone
     */
    public int move(Map<UUID, Position> positions) {
        // always in the same order, so that two who move the same tasks cannot wait for each other
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
     * Deletes a task and its dependencies; what lay in a group moves up to where the group was. If the task is gone already,
     * perhaps deleted from another page, nothing happens.
     */
    public void delete(UUID taskId) {
        tasks.projectOf(taskId).ifPresent(projectId -> {
            touch(projectId);
            // looked for only now: until the project was locked, someone else may have deleted it
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
     * @throws ProjectException if they are the same, not of one project, a group, connected already, or if the source depends
     *     on the target already, over any number of steps; or if one is gone
     */
    public Dependency connect(UUID sourceId, UUID targetId) {
        UUID projectId = touchProjectOf(sourceId);
        TaskEntity source = get(sourceId);
        TaskEntity target = get(targetId);
        checkPair(source, target);
        if (new DependencyGraph(dependencies(projectId)).leads(targetId, sourceId)) {
            throw new ProjectException("project.error.edge-cycle", source.title(), target.title());
        }
        return dependencies.save(new DependencyEntity(projectId, sourceId, targetId)).toDependency();
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

    /** Removes a dependency; if it is gone already, nothing happens. */
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

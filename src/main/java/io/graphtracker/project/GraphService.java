package io.graphtracker.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the graph of a project. {@link GraphChanges} changes it. */
@Service
public class GraphService {

    private final ProjectRepository projects;
    private final GraphRows rows;

    GraphService(ProjectRepository projects, GraphRows rows) {
        this.projects = projects;
        this.rows = rows;
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
     * What is left to do in a project, and in which order.
     *
     * @throws ProjectException if there is no such project
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public WorkPlan plan(UUID projectId) {
        return new WorkPlan(graph(projectId));
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

    /** Several tasks and groups, in no particular order. Those that no longer exist are left out. */
    @Transactional(readOnly = true)
    public List<Task> find(UUID projectId, Collection<UUID> taskIds) {
        Set<UUID> wanted = Set.copyOf(taskIds);
        return rows.tasks(projectId, wanted).values().stream()
                .filter(task -> wanted.contains(task.id()))
                .toList();
    }

    private ProjectGraph graph(UUID projectId) {
        if (!projects.existsById(projectId)) {
            throw new ProjectException("project.error.project-not-found");
        }
        return new ProjectGraph(projectId, rows.tasks(projectId), rows.dependencies(projectId));
    }
}

package io.graphtracker.project;

import java.util.List;
import java.util.Optional;
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

    private ProjectGraph graph(UUID projectId) {
        if (!projects.existsById(projectId)) {
            throw new ProjectException("project.error.project-not-found");
        }
        return new ProjectGraph(projectId, rows.tasks(projectId), rows.dependencies(projectId));
    }
}

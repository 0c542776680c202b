package io.graphtracker.project;

import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.Disconnect;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.MakeGroup;
import io.graphtracker.project.GraphCommand.MoveTasks;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads graphs, and changes them as a page that cannot undo anything, by one call each. */
@Component
public class GraphFixture {

    private final GraphService service;
    private final GraphChanges changes;
    private final JdbcClient jdbc;

    GraphFixture(GraphService service, GraphChanges changes, DataSource source) {
        this.service = service;
        this.changes = changes;
        this.jdbc = JdbcClient.create(source);
    }

    public ProjectGraph load(UUID projectId) {
        return service.load(projectId);
    }

    public CriticalPath criticalPath(UUID projectId) {
        return service.plan(projectId).criticalPath();
    }

    public Optional<Task> find(UUID projectId, UUID taskId) {
        return service.find(projectId, taskId);
    }

    public Task addTask(UUID projectId, String title, Position position) {
        return patch(changes.execute(projectId, null, new AddTask(title, position)))
                .tasks()
                .getFirst();
    }

    /** Makes a group of tasks and groups. */
    public Task makeGroup(UUID projectId, String title, UUID... content) {
        return patch(changes.execute(projectId, null, new MakeGroup(title, Set.of(content))))
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
        UUID projectId = positions.keySet().stream()
                .flatMap(id -> projectOf("node", id).stream())
                .findFirst()
                .orElseThrow(GraphFixture::notFound);
        return positions.size()
                - changes.execute(projectId, null, new MoveTasks(positions))
                        .skipped()
                        .goneTasks();
    }

    public void delete(UUID taskId) {
        projectOf("node", taskId)
                .ifPresent(projectId -> changes.execute(projectId, null, new DeleteTasks(Set.of(taskId))));
    }

    public Dependency connect(UUID sourceId, UUID targetId) {
        return patch(changes.execute(projectOf(sourceId), null, new Connect(sourceId, targetId)))
                .dependencies()
                .getFirst();
    }

    public void disconnect(UUID dependencyId) {
        projectOf("edge", dependencyId)
                .ifPresent(projectId -> changes.execute(projectId, null, new Disconnect(Set.of(dependencyId))));
    }

    private UUID projectOf(UUID taskId) {
        return projectOf("node", taskId).orElseThrow(GraphFixture::notFound);
    }

    private Optional<UUID> projectOf(String table, UUID id) {
        return jdbc.sql("select project_id from " + table + " where id = ?")
                .param(id.toString())
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }

    private static ProjectException notFound() {
        return new ProjectException("project.error.node-not-found");
    }

    private static GraphPatch patch(ChangeResult result) {
        return Objects.requireNonNull(result.change()).patch();
    }
}

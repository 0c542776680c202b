package io.graphtracker.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of changes by two pages share: a project of three tasks, and what is published of it. */
@SuppressWarnings("NullAway.Init") // set before each test
abstract class TwoPagesContract extends ProjectContract {

    static final String MINE = "my page";
    static final String OTHERS = "another page";

    final List<Change> published = new ArrayList<>();

    GraphUpdates updates;
    GraphUpdates.Subscription subscription;
    UUID project;
    UUID a;
    UUID b;
    UUID c;

    @Autowired
    void setUpdates(GraphUpdates updates) {
        this.updates = updates;
    }

    @BeforeEach
    void threeTasks() {
        project = newProject();
        a = task(project, "A");
        b = task(project, "B");
        c = task(project, "C");
        published.clear();
        subscription = updates.subscribe(project, published::add);
    }

    @AfterEach
    void endSubscription() {
        subscription.end();
    }

    ChangeResult mine(GraphCommand command) {
        return changes.execute(project, MINE, command);
    }

    void others(GraphCommand command) {
        changes.execute(project, OTHERS, command);
    }

    static GraphPatch patch(ChangeResult result) {
        return Objects.requireNonNull(result.change()).patch();
    }

    static UUID added(ChangeResult result) {
        return patch(result).tasks().getFirst().id();
    }

    long revision() {
        return sql.sql("select revision from project where id = ?")
                .param(project.toString())
                .query(Long.class)
                .single();
    }

    List<String> titles() {
        return graphs.load(project).tasks().stream().map(Task::title).toList();
    }

    Set<UUID> dependencyIds() {
        return Set.copyOf(
                graphs.load(project).dependencies().stream().map(Dependency::id).toList());
    }

    /** The whole graph, without the versions of its tasks. */
    Object content() {
        ProjectGraph graph = graphs.load(project);
        return List.of(graph.tasks().stream().map(task -> task.inVersion(0)).toList(), graph.dependencies());
    }

    static TaskDetails details(String title) {
        return new TaskDetails(title, "", TaskStatus.PLANNED, null);
    }
}

package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.testing.SettableClock;
import io.graphtracker.testing.StatementCounter;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The common part of all tests of this package that use a database; each concrete class chooses the database. */
@SuppressWarnings("NullAway.Init") // set by Spring before each test
abstract class ProjectContract {

    static final Instant START = Instant.parse("2026-11-22T20:30:00.123Z");
    static final Position ORIGIN = new Position(0, 0);

    SettableClock clock;
    ProjectService projects;
    GraphFixture graphs;
    GraphChanges changes;
    DataSource source;
    JdbcClient sql;
    private Texts texts;
    private StatementCounter statements;

    @Autowired
    void setBeans(
            SettableClock clock,
            ProjectService projects,
            GraphFixture graphs,
            GraphChanges changes,
            DataSource source,
            Texts texts,
            StatementCounter statements) {
        this.clock = clock;
        this.projects = projects;
        this.graphs = graphs;
        this.source = source;
        this.sql = JdbcClient.create(source);
        this.texts = texts;
        this.statements = statements;
        this.changes = changes;
    }

    @BeforeEach
    void emptyDatabase() {
        sql.sql("delete from project").update();
        // more precise than the stored time
        clock.set(START.plusNanos(456_789));
    }

    UUID newProject() {
        return projects.create("Plan").id();
    }

    UUID task(UUID projectId, String title) {
        return graphs.addTask(projectId, title, ORIGIN).id();
    }

    /** A task with planned hours. */
    UUID task(UUID projectId, String title, double hours) {
        UUID id = task(projectId, title);
        edit(id, new TaskDetails(title, "", TaskStatus.PLANNED, hours));
        return id;
    }

    /** Edits a task on a page that shows its stored state. */
    void edit(UUID taskId, TaskDetails wanted) {
        graphs.update(taskId, shown(taskId), wanted);
    }

    /** The current details of a task in a form. */
    TaskDetails shown(UUID taskId) {
        UUID projectId = UUID.fromString(sql.sql("select project_id from node where id = ?")
                .param(taskId.toString())
                .query(String.class)
                .single());
        return graphs.find(projectId, taskId).orElseThrow().details();
    }

    /** A group, which the services cannot create yet. */
    UUID group(UUID projectId, UUID... children) {
        UUID id = task(projectId, "Group");
        sql.sql("update node set is_group = true where id = ?")
                .param(id.toString())
                .update();
        for (UUID child : children) {
            sql.sql("update node set parent_id = ? where id = ?")
                    .params(id.toString(), child.toString())
                    .update();
        }
        return id;
    }

    Task stored(UUID projectId, UUID taskId) {
        return graphs.load(projectId).tasks().stream()
                .filter(task -> task.id().equals(taskId))
                .findFirst()
                .orElseThrow();
    }

    /** Whether work changes the time of the last change of the project. */
    boolean touches(UUID projectId, Runnable change) {
        clock.advance(Duration.ofMinutes(1));
        Instant before = projects.find(projectId).orElseThrow().updatedAt();
        change.run();
        return projects.find(projectId).orElseThrow().updatedAt().isAfter(before);
    }

    /** Requires that a call is refused with a text that exists and has all its arguments, and returns its key. */
    String refusal(ThrowingCallable call) {
        ProjectException refused = catchThrowableOfType(ProjectException.class, call);
        assertThat(refused).isNotNull();
        assertThat(texts.get(refused.messageKey(), refused.arguments())).doesNotContain("{");
        return refused.messageKey();
    }

    /** The number of SQL statements that work executes. */
    long statements(Supplier<?> work) {
        return statements.count(work);
    }
}

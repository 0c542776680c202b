package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.testing.OnSqlite;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan that follows patches is the one that would be read. */
@OnSqlite
@SuppressWarnings("NullAway.Init") // set before each test
class WorkPlanTest extends ProjectContract {

    private static final String PAGE = "this page";

    @Autowired
    private GraphService service;

    private UUID project;
    private WorkPlan plan;

    @BeforeEach
    void readPlan() {
        project = projects.createSample().id();
        plan = service.plan(project);
    }

    private void follow(Supplier<ChangeResult> change) {
        GraphPatch patch = Objects.requireNonNull(change.get().change()).patch();
        plan.apply(patch);
        assertSame();
        plan.apply(patch);
        assertSame();
    }

    private void assertSame() {
        WorkPlan read = service.plan(project);
        assertThat(plan.criticalPath()).isEqualTo(read.criticalPath());
        assertThat(plan.next()).isEqualTo(read.next());
        graphs.load(project).tasks().forEach(task -> {
            assertThat(plan.find(task.id())).isEqualTo(read.find(task.id()));
            assertThat(plan.pathOf(task.id())).isEqualTo(read.pathOf(task.id()));
        });
    }

    @Test
    void itFollowsEditsGroupsDeletionsAndTheirUndo() {
        List<UUID> chain = plan.criticalPath().chain();
        UUID first = chain.getFirst();
        Task task = graphs.find(project, first).orElseThrow();
        TaskDetails done = new TaskDetails("Renamed", "", TaskStatus.DONE, task.plannedHours());

        follow(() -> changes.execute(project, PAGE, new GraphCommand.EditTask(first, task.details(), done)));
        follow(() -> changes.execute(project, PAGE, new AddTask("New", new Position(0, 0), null, chain.get(2))));
        follow(() -> changes.execute(project, PAGE, new DeleteTasks(Set.of(chain.get(3), chain.get(4)))));
        assertThat(plan.find(chain.get(3))).isEmpty();
        follow(() -> changes.undo(project, PAGE));
        assertThat(plan.find(chain.get(3))).isPresent();
        follow(() -> changes.undo(project, PAGE));
        follow(() -> changes.undo(project, PAGE));
    }
}

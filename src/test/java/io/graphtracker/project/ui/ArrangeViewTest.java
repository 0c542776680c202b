package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.layout.LayoutExecutor;
import io.graphtracker.testing.StubPushTimer;
import io.graphtracker.testing.WatchedExecutor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(WatchedLayouts.class)
class ArrangeViewTest extends PageTest {

    @Autowired
    private StubPushTimer timer;

    private WatchedExecutor executor;
    private ProjectSummary project;
    private Task dig;
    private Task pour;
    private Task build;

    @Autowired
    void useExecutor(@LayoutExecutor WatchedExecutor watched) {
        executor = watched;
    }

    @BeforeEach
    void openPlanInDisorder() {
        project = projects.create("Garden house");
        dig = graphs.addTask(project.id(), "Dig", new Position(600, 0));
        pour = graphs.addTask(project.id(), "Pour", new Position(300, 10));
        build = graphs.addTask(project.id(), "Build", new Position(0, 20));
        graphs.connect(dig.id(), pour.id());
        graphs.connect(pour.id(), build.id());
        open(project);
        MockVaadin.clientRoundtrip(false);
    }

    @AfterEach
    void endLayouts() {
        executor.release();
        executor.awaitIdle();
        timer.reset();
    }

    private void arrange() {
        click("btnArrange");
        finish();
    }

    private void finish() {
        executor.release();
        executor.awaitIdle();
        MockVaadin.clientRoundtrip(false);
    }

    private double x(Task task) {
        return reload(project, task.id()).position().x();
    }

    private static void select(Task... tasks) {
        ComponentUtil.fireEvent(
                canvas(),
                new CanvasEvents.SelectionChangedEvent(
                        canvas(),
                        true,
                        Stream.of(tasks).map(task -> task.id().toString()).toArray(String[]::new),
                        null));
    }

    @Test
    void thePlanIsArrangedByOneChange() {
        arrange();

        assertThat(spoken()).isEqualTo("Arranged: 3 tasks were moved.");
        assertThat(x(dig)).isLessThan(x(pour));
        assertThat(x(pour)).isLessThan(x(build));
        click("btnUndo");
        assertThat(spoken()).isEqualTo("Undone: Arrange 3 tasks");
        assertThat(reload(project, dig.id()).position()).isEqualTo(dig.position());
        assertThat(reload(project, build.id()).position()).isEqualTo(build.position());
    }

    @Test
    void theCanvasShowsItAsAnArrangement() {
        click("btnArrange");
        executor.awaitIdle();
        canvasCalls();
        MockVaadin.runUIQueue(false);

        assertThat(canvasCalls()).containsSubsequence("expectArrangement", "patch");
    }

    @Test
    void severalSelectedTasksAreArrangedWithoutTheRest() {
        select(dig, pour);

        arrange();

        assertThat(spoken()).isEqualTo("Arranged: 2 tasks were moved.");
        assertThat(x(dig)).isLessThan(x(pour));
        assertThat(reload(project, build.id()).position()).isEqualTo(build.position());
    }

    @Test
    void oneSelectedTaskDoesNotKeepThePlanFromIt() {
        select(pour);

        arrange();

        assertThat(spoken()).isEqualTo("Arranged: 3 tasks were moved.");
    }

    @Test
    void whatIsArrangedAlreadyIsNoChange() {
        arrange();
        arrange();

        assertThat(spoken()).isEqualTo("The tasks are already arranged.");
        click("btnUndo");
        assertThat(spoken()).isEqualTo("Undone: Arrange 3 tasks");
    }

    @Test
    void anEmptyPlanIsNotArranged() {
        open(projects.create("Empty"));

        click("btnArrange");

        assertThat(spoken()).isEqualTo("There is nothing to arrange yet.");
    }

    @Test
    void progressIsShownAfterAWhile() {
        timer.holdEverything();
        executor.hold();
        click("btnArrange");
        MockVaadin.clientRoundtrip(false);
        _assertNone(ArrangeProgress.class);

        timer.passPause();

        assertThat(spoken()).isEqualTo("Arranging the tasks…");
        _assertOne(ArrangeProgress.class);
        finish();
        _assertNone(ArrangeProgress.class);
        assertThat(spoken()).isEqualTo("Arranged: 3 tasks were moved.");
    }

    @Test
    void itCanBeCancelled() {
        executor.hold();
        click("btnArrange");
        MockVaadin.clientRoundtrip(false);

        click("btnCancelArrange");

        assertThat(spoken()).isEqualTo("Arranging was cancelled. Nothing was moved.");
        _assertNone(ArrangeProgress.class);
        finish();
        assertThat(reload(project, dig.id()).position()).isEqualTo(dig.position());
        arrange();
        assertThat(x(dig)).isLessThan(x(pour));
    }

    @Test
    void oneIsUnderWayAtATime() {
        timer.holdEverything();
        executor.hold();
        click("btnArrange");

        click("btnArrange");

        assertThat(spoken()).isEqualTo("Arranging the tasks…");
        finish();
        click("btnUndo");
        assertThat(reload(project, dig.id()).position()).isEqualTo(dig.position());
    }

    @Test
    void leavingThePageCancelsIt() {
        executor.hold();
        click("btnArrange");

        openList();
        finish();

        assertThat(reload(project, dig.id()).position()).isEqualTo(dig.position());
    }

    @Test
    void whatSomebodyDeletesMeanwhileIsLeftOut() {
        executor.hold();
        click("btnArrange");

        graphs.delete(pour.id());
        finish();

        assertThat(spoken()).isEqualTo("Arranged: 2 tasks were moved.");
        assertThat(x(dig)).isLessThan(x(build));
    }
}

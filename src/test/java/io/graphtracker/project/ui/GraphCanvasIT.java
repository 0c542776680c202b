package io.graphtracker.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.Task;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a person does on the canvas with the mouse and with keys, and what the server makes of it. */
@Thorough
class GraphCanvasIT extends BrowserTest {

    @Autowired
    private ProjectService projects;

    @Autowired
    private GraphFixture graphs;

    @Autowired
    private JdbcTemplate jdbc;

    private UUID project;
    private Task pack;
    private Task drive;

    @BeforeEach
    void openPlan() {
        project = projects.create("Move house").id();
        pack = graphs.addTask(project, "Pack", new Position(0, 0));
        drive = graphs.addTask(project, "Drive", new Position(300, 0));
        openCanvas();
    }

    private void openCanvas() {
        open("/projects/" + project);
        page().waitForFunction("() => document.querySelector('graph-canvas')?.settled");
    }

    @Test
    void aTaskThatWasDraggedIsStoredWhereItWasDropped() {
        drag(pack, 90, -60);

        page().waitForCondition(() -> stored(pack).x() != 0);
        assertThat(stored(pack).x()).isGreaterThan(30);
        assertThat(stored(pack).y()).isLessThan(-20);
        assertThat(stored(drive)).isEqualTo(drive.position());
    }

    @Test
    void aGroupTakesItsTasksAlong() {
        Task house = graphs.addTask(project, "House", new Position(0, 500));
        jdbc.update("update node set is_group = true where id = ?", house.id().toString());
        jdbc.update(
                "update node set parent_id = ? where id in (?, ?)",
                house.id().toString(),
                pack.id().toString(),
                drive.id().toString());
        openCanvas();

        // in the middle, between its two tasks
        click(house);
        assertThat(page().locator("#taskTitle input")).hasValue("House");
        byId("graphCanvas").press("Alt+ArrowRight");
        awaitStored(pack, new Position(20, 0));
        awaitStored(drive, new Position(320, 0));

        drag(house, 0, 60);
        page().waitForCondition(() -> stored(drive).y() > 20);
        assertThat(stored(pack).y()).isEqualTo(stored(drive).y());
    }

    @Test
    void aClickSelectsATaskAndOneBesideItNone() {
        click(pack);
        assertThat(page().locator("#taskTitle input")).hasValue("Pack");
        click(drive);
        assertThat(page().locator("#taskTitle input")).hasValue("Drive");

        double[] beside = place(pack);
        page().mouse().click(beside[0], beside[1] + 200);

        assertThat(page().locator("#taskTitle")).isHidden();
    }

    @Test
    void aDoubleClickLeadsToTheTitle() {
        double[] place = place(pack);

        page().mouse().dblclick(place[0], place[1]);

        awaitFocus("#taskTitle");
        assertThat(page().locator("#taskTitle input")).hasValue("Pack");
    }

    @Test
    void enterLeadsToTheTitleAndEscapeSelectsNothing() {
        click(drive);
        byId("graphCanvas").press("Enter");
        awaitFocus("#taskTitle");
        assertThat(page().locator("#taskTitle input")).hasValue("Drive");

        byId("graphCanvas").press("Escape");

        assertThat(page().locator("#taskTitle")).isHidden();
    }

    @Test
    void altWithArrowsMovesTheSelectedTask() {
        click(pack);
        assertThat(page().locator("#taskTitle input")).hasValue("Pack");

        byId("graphCanvas").press("Alt+ArrowRight");
        byId("graphCanvas").press("Alt+ArrowUp");
        byId("graphCanvas").press("Alt+ArrowUp");

        awaitStored(pack, new Position(20, -40));
        assertThat(stored(drive)).isEqualTo(drive.position());
    }

    @Test
    void arrowsGoToAnotherTask() {
        click(pack);
        byId("graphCanvas").press("ArrowRight");

        assertThat(page().locator("#taskTitle input")).hasValue("Drive");
        assertThat(stored(pack)).isEqualTo(pack.position());
    }

    @Test
    void tasksSelectedTogetherAreMovedTogether() {
        click(pack);
        page().keyboard().down("Shift");
        click(drive);
        page().keyboard().up("Shift");
        assertThat(page().locator("#selectionHeading")).hasText("2 tasks selected");

        drag(drive, 0, 80);

        page().waitForCondition(() -> stored(pack).y() > 30);
        assertThat(stored(drive).y()).isEqualTo(stored(pack).y());
    }

    @Test
    void handsAndKeysAddConnectAndDelete() {
        double[] place = place(pack);
        page().mouse().dblclick(place[0], place[1] + 160);
        awaitFocus("#taskTitle");
        assertThat(page().locator("#taskTitle input")).hasValue("New task");

        page().mouse().move(place[0], place[1]);
        page().waitForCondition(() -> graphs.load(project).tasks().size() == 3);
        double right = ((Number) page().evaluate(
                                "id => { const {x, width} = document.querySelector('graph-canvas').positionOf(id); return x + width; }",
                                pack.id().toString()))
                .doubleValue();
        page().mouse().move(right, place[1]);
        page().mouse().down();
        page().mouse().move(place(drive)[0], place(drive)[1]);
        page().mouse().up();
        page().waitForCondition(() -> graphs.load(project).dependencies().size() == 1);

        page().waitForFunction(
                        "id => document.querySelector('graph-canvas').positionOfDependency(id)",
                        graphs.load(project).dependencies().getFirst().id().toString());
        page().waitForFunction("() => document.querySelector('graph-canvas').settled");
        List<?> line = (List<?>) page().evaluate(
                        "id => { const {x, y} = document.querySelector('graph-canvas').positionOfDependency(id); return [x, y]; }",
                        graphs.load(project).dependencies().getFirst().id().toString());
        page().mouse().click(((Number) line.getFirst()).doubleValue(), ((Number) line.getLast()).doubleValue());
        page().keyboard().press("Delete");
        page().waitForCondition(() -> graphs.load(project).dependencies().isEmpty());

        click(drive);
        page().keyboard().press("Delete");
        page().waitForCondition(() -> graphs.load(project).tasks().size() == 2);
    }

    @Test
    void anotherPageShowsChangesAtOnce() {
        Page other = newProfile();
        open(other, "/projects/" + project);
        other.waitForFunction("() => document.querySelector('graph-canvas')?.settled");

        Task added = graphs.addTask(project, "Unpack", new Position(0, 300));
        other.waitForFunction(
                "id => document.querySelector('graph-canvas').positionOf(id)",
                added.id().toString());
        page().waitForFunction(
                        "id => document.querySelector('graph-canvas').positionOf(id)",
                        added.id().toString());
        drag(pack, 90, -60);
        other.waitForFunction(
                "([id, y]) => document.querySelector('graph-canvas').positionOf(id).y < y - 20",
                List.of(pack.id().toString(), place(pack)[1] + 60));
    }

    private void click(Task task) {
        double[] place = place(task);
        page().mouse().click(place[0], place[1]);
    }

    private void drag(Task task, double x, double y) {
        double[] place = place(task);
        Mouse mouse = page().mouse();
        mouse.move(place[0], place[1]);
        mouse.down();
        mouse.move(place[0] + x, place[1] + y, new Mouse.MoveOptions().setSteps(6));
        mouse.up();
    }

    /** Where the middle of a task is in the window. */
    private double[] place(Task task) {
        List<?> place = (List<?>) page().evaluate("""
                id => {
                  const {x, y, width, height} = document.querySelector('graph-canvas').positionOf(id);
                  return [x + width / 2, y + height / 2];
                }""", task.id().toString());
        return place.stream().mapToDouble(part -> ((Number) part).doubleValue()).toArray();
    }

    private Position stored(Task task) {
        return graphs.load(project).tasks().stream()
                .filter(each -> each.id().equals(task.id()))
                .findFirst()
                .orElseThrow()
                .position();
    }

    private void awaitStored(Task task, Position expected) {
        page().waitForCondition(() -> stored(task).equals(expected));
    }
}

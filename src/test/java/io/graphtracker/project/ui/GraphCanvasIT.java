package io.graphtracker.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Mouse;
import io.graphtracker.project.GraphService;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.Task;
import io.graphtracker.testing.BrowserTest;
import java.util.List;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a person does on the canvas with the mouse and with keys, and what the server makes of it. */
class GraphCanvasIT extends BrowserTest {

    /** Cytoscape keeps itself on its container. */
    private static final String CYTOSCAPE = "document.querySelector('.graph-canvas-drawing')._cyreg.cy";

    private static final Offset<Double> ROUNDED = within(0.01);

    @Autowired
    private ProjectService projects;

    @Autowired
    private GraphService graphs;

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
        // the first view, which fits the graph, has been shown
        page().waitForFunction("() => document.querySelector('.graph-canvas-drawing')?._cyreg?.cy.zoom() > 1");
    }

    @Test
    void aTaskThatWasDraggedIsStoredWhereItWasDropped() {
        drag(pack, 90, -60);

        awaitStored(pack, drawn(pack));
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
        byId("graphCanvas").press("Shift+ArrowRight");
        awaitStored(pack, new Position(20, 0));
        awaitStored(drive, new Position(320, 0));

        drag(house, 0, 60);
        awaitStored(drive, drawn(drive));
        assertThat(stored(drive).y()).isGreaterThan(20);
        assertThat(stored(pack).y()).isEqualTo(stored(drive).y());
    }

    @Test
    void aClickSelectsATaskAndOneBesideItNone() {
        click(pack);
        assertThat(page().locator("#taskTitle input")).hasValue("Pack");
        click(drive);
        assertThat(page().locator("#taskTitle input")).hasValue("Drive");

        page().mouse().click(canvasX() + 15, canvasY() + 15);

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
    void shiftWithArrowsMovesTheSelectedTask() {
        click(pack);
        assertThat(page().locator("#taskTitle input")).hasValue("Pack");

        byId("graphCanvas").press("Shift+ArrowRight");
        byId("graphCanvas").press("Shift+ArrowRight");
        byId("graphCanvas").press("Shift+ArrowLeft");
        byId("graphCanvas").press("Shift+ArrowUp");
        byId("graphCanvas").press("Shift+ArrowUp");
        byId("graphCanvas").press("Shift+ArrowDown");

        awaitStored(pack, new Position(20, -20));
        assertThat(stored(drive)).isEqualTo(drive.position());
    }

    @Test
    void arrowsMoveTheViewAndNothingElse() {
        click(pack);
        List<Double> before = pan();

        byId("graphCanvas").press("ArrowRight");
        assertThat(pan().getFirst() - before.getFirst()).isCloseTo(-60, ROUNDED);
        byId("graphCanvas").press("ArrowLeft");
        byId("graphCanvas").press("ArrowDown");
        assertThat(pan().getFirst()).isCloseTo(before.getFirst(), ROUNDED);
        assertThat(pan().getLast() - before.getLast()).isCloseTo(-60, ROUNDED);
        byId("graphCanvas").press("ArrowUp");
        assertThat(pan().getLast()).isCloseTo(before.getLast(), ROUNDED);

        assertThat(drawn(pack)).isEqualTo(pack.position());
        assertThat(stored(pack)).isEqualTo(pack.position());
    }

    @Test
    void pageUpAndPageDownZoomAroundTheMiddle() {
        double before = number("zoom()");
        double middle = number("extent().x1") + number("extent().w") / 2;

        byId("graphCanvas").press("PageUp");
        assertThat(number("zoom()")).isCloseTo(before * 1.25, ROUNDED);
        assertThat(number("extent().x1") + number("extent().w") / 2).isCloseTo(middle, ROUNDED);

        byId("graphCanvas").press("PageDown");
        byId("graphCanvas").press("PageDown");
        assertThat(number("zoom()")).isCloseTo(before / 1.25, ROUNDED);
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

    /** Where a task is in the window. */
    private double[] place(Task task) {
        return new double[] {
            canvasX() + number("getElementById('" + task.id() + "').renderedPosition().x"),
            canvasY() + number("getElementById('" + task.id() + "').renderedPosition().y")
        };
    }

    private double canvasX() {
        return number("container().getBoundingClientRect().x");
    }

    private double canvasY() {
        return number("container().getBoundingClientRect().y");
    }

    private Position drawn(Task task) {
        String node = "getElementById('" + task.id() + "').position()";
        return new Position(number(node + ".x"), number(node + ".y"));
    }

    private List<Double> pan() {
        return List.of(number("pan().x"), number("pan().y"));
    }

    private double number(String expression) {
        return ((Number) page().evaluate("() => " + CYTOSCAPE + "." + expression)).doubleValue();
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

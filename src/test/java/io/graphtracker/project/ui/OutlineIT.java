package io.graphtracker.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The outline with keys, and with more rows than fit. */
@Thorough
class OutlineIT extends BrowserTest {

    private static final String SELECTED = "() => [...document.getElementById('taskOutline').$.items.children]"
            + ".filter(row => row.getAttribute('aria-selected') === 'true').map(row => row.index).join()";

    @Autowired
    private ProjectService projects;

    @Autowired
    private GraphFixture graphs;

    private UUID project;
    private List<Task> tasks;

    @BeforeEach
    void openPlan() {
        project = projects.create("Move house").id();
        tasks = IntStream.range(0, 200)
                .mapToObj(number -> graphs.addTask(project, "Step " + number, new Position(0, 100 * number)))
                .toList();
        open("/projects/" + project);
        openOutline(page());
    }

    @Test
    void keysWalkThroughTheRows() {
        row("Step 1").click();
        awaitSelected("1");

        page().keyboard().press("ArrowDown");
        page().keyboard().press("ArrowDown");
        awaitSelected("3");
        assertThat(title()).hasValue("Step 3");

        page().keyboard().press("Shift+ArrowDown");
        page().keyboard().press("Shift+ArrowDown");
        awaitSelected("3,4,5");

        page().keyboard().press("Escape");
        awaitSelected("");
        page().keyboard().press("ArrowUp");
        awaitSelected("4");
        page().keyboard().press("Enter");
        awaitFocus("#taskTitle");
        assertThat(title()).hasValue("Step 4");
    }

    /** The grid drops the focus when a column comes or goes, and knows nothing of what is selected elsewhere. */
    @Test
    void theFocusStaysOnTheSelectedRow() {
        plan(0, 5.0);
        row("Step 2").click();
        awaitSelected("2");
        page().keyboard().press("c");
        assertThat(cell("Critical, step 1 of 1")).hasCount(1);
        awaitFocusedRow("2");

        page().keyboard().press(".");
        awaitSelected("0");
        awaitFocusedRow("0");

        page().keyboard().press("F6");
        awaitFocusInside("#criticalPath li");
        page().keyboard().press("Escape");
        awaitFocusedRow("0");

        page().keyboard().press("c");
        assertThat(cell("Critical, step 1 of 1")).hasCount(0);
        awaitFocusedRow("0");

        page().keyboard().press("Control+End");
        awaitSelected("199");
        page().keyboard().press("Enter");
        awaitFocus("#taskTitle");
        selectFromCanvas(150);
        awaitRowInTabOrder("150");
        byId("outline").locator("summary").focus();
        page().keyboard().press("Tab");
        awaitFocusedRow("150");
    }

    /** The server tells the outline of a selection on the canvas, and the row has to be loaded first. */
    private void awaitRowInTabOrder(String index) {
        page().waitForFunction(
                        "index => String(document.getElementById('taskOutline')._itemsFocusable?.closest('tr')?.index)"
                                + " === index",
                        index);
    }

    private void awaitFocusedRow(String index) {
        page().waitForFunction(
                        "index => String(document.getElementById('taskOutline').shadowRoot.activeElement"
                                + "?.closest('tr')?.index) === index",
                        index);
    }

    private void awaitFocusInside(String selector) {
        page().waitForFunction("selector => !!document.activeElement.closest(selector)", selector);
    }

    @Test
    void theOutlineScrollsToWhatIsSelectedOnTheCanvas() {
        assertThat(row("Step 190")).isHidden();

        selectFromCanvas(190);

        assertThat(row("Step 190")).isInViewport();
        awaitSelected("190");
    }

    @Test
    void onlyRowsInViewAreThere() {
        Object described = page().evaluate("() => { const grid = document.getElementById('taskOutline');"
                + "return [grid.$.table.getAttribute('role'), grid.$.table.getAttribute('aria-label'),"
                + "grid.$.table.getAttribute('aria-rowcount')].join(); }");

        assertThat(described).isEqualTo("treegrid,Tasks,201");
        assertThat(page().locator("#taskOutline vaadin-grid-tree-toggle").count())
                .isLessThan(100);
    }

    @Test
    void theSlackInTheRowsFollowsWhatOthersChange() {
        plan(0, 5.0);
        plan(1, 2.0);
        byId("btnCriticalPath").click();
        assertThat(cell("Critical, step 1 of 1")).hasCount(1);
        assertThat(cell("3 hours")).hasCount(1);

        plan(1, 6.0);

        assertThat(cell("1 hour")).hasCount(1);
        assertThat(cell("3 hours")).hasCount(0);
        assertThat(cell("Critical, step 1 of 1")).hasCount(1);
        byId("btnCriticalPath").click();
        assertThat(cell("Critical, step 1 of 1")).hasCount(0);
    }

    private void selectFromCanvas(int index) {
        page().evaluate(
                        "id => document.querySelector('graph-canvas')"
                                + ".dispatchEvent(new CustomEvent('selection-changed', {detail: {ids: [id]}}))",
                        tasks.get(index).id().toString());
    }

    private void plan(int index, double hours) {
        Task task = tasks.get(index);
        TaskDetails stored = graphs.find(project, task.id()).map(Task::details).orElseThrow();
        graphs.update(task.id(), stored, stored.with(TaskField.PLANNED_HOURS, hours));
    }

    private Locator cell(String text) {
        return byId("taskOutline")
                .locator("vaadin-grid-cell-content")
                .getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    private Locator row(String title) {
        return outlineTasks(page()).getByText(title, new Locator.GetByTextOptions().setExact(true));
    }

    private Locator title() {
        return page().locator("#taskTitle input");
    }

    /** Waits until exactly these rows of those in view are selected. */
    private void awaitSelected(String rows) {
        page().waitForFunction("rows => (" + SELECTED + ")() === rows", rows);
    }
}

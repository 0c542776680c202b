package io.graphtracker.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.Task;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a project's page keeps over a reload, what two pages do to each other, and keys that must not go astray. */
@Thorough
class ProjectPageIT extends BrowserTest {

    @Autowired
    private ProjectService projects;

    @Autowired
    private GraphFixture graphs;

    @Autowired
    private Preferences preferences;

    private UUID project;
    private Task pack;
    private Task drive;

    @BeforeEach
    void openPlan() {
        project = projects.create("Move house").id();
        pack = graphs.addTask(project, "Pack", new Position(0, 0));
        drive = graphs.addTask(project, "Drive", new Position(300, 0));
        openPage(page(), "");
    }

    private void openPage(Page target, String query) {
        open(target, "/projects/" + project + query);
        awaitDrawn(target);
    }

    private void awaitDrawn(Page target) {
        target.waitForFunction(
                "id => document.querySelector('graph-canvas')?.positionOf?.(id)",
                pack.id().toString());
    }

    private List<String> titles() {
        return graphs.load(project).tasks().stream().map(Task::title).toList();
    }

    private static Locator title(Page target) {
        return target.locator("#taskTitle input");
    }

    private String address(Task task) {
        return "?task=" + task.id();
    }

    @Test
    void whatWasDoneBeforeAReloadCanBeUndone() {
        byId("toolAdd").click();
        awaitFocus("#taskTitle");
        page().waitForCondition(() -> titles().size() == 3);
        page().reload();
        awaitDrawn(page());
        assertThat(byId("btnUndo")).isEnabled();

        byId("graphCanvas").press("Control+z");

        assertThat(byId("statusRegion")).containsText("Undone: Add “New task”");
        assertThat(titles()).containsExactly("Pack", "Drive");
        byId("graphCanvas").press("Control+Shift+z");
        page().waitForCondition(() -> titles().size() == 3);
    }

    @Test
    void aFieldHasItsOwnUndo() {
        byId("toolAdd").click();
        awaitFocus("#taskTitle");
        title(page()).fill("Typed");

        title(page()).press("Control+z");

        assertThat(title(page())).hasValue("New task");
        assertThat(titles()).contains("New task");
    }

    @Test
    void theAddressIsThatOfTheSelectedTask() {
        openPage(page(), address(drive));
        assertThat(title(page())).hasValue("Drive");

        byId("graphCanvas").press("ArrowLeft");
        assertThat(title(page())).hasValue("Pack");
        assertThat(page()).hasURL(Pattern.compile("task=" + pack.id() + "$"));

        page().reload();
        assertThat(title(page())).hasValue("Pack");
        byId("graphCanvas").press("Escape");
        assertThat(page()).hasURL(Pattern.compile(project + "$"));
    }

    @Test
    void theViewSurvivesAReload() {
        page().waitForCondition(() -> view().isPresent());
        Optional<String> opening = view();
        byId("toolZoomOut").click();
        page().waitForCondition(() -> !view().equals(opening));
        Object before = place();
        page().reload();
        awaitDrawn(page());

        assertThat(place()).isEqualTo(before);
    }

    /** As it is stored when the canvas rests. */
    private Optional<String> view() {
        return preferences.find("project." + project + ".view");
    }

    private Object place() {
        return page().evaluate(
                        "id => { const {x, y, width} = document.querySelector('graph-canvas').positionOf(id);"
                                + "return [x, y, width].map(Math.round).join(); }",
                        pack.id().toString());
    }

    @Test
    void twoPagesFollowEachOtherAndMeetInAField() {
        Page other = newProfile(new NewContextOptions());
        openPage(page(), address(pack));
        openPage(other, address(pack));
        title(page()).focus();
        title(other).fill("Pack crates");
        title(other).press("Tab");
        page().waitForCondition(() -> titles().contains("Pack crates"));
        assertThat(title(page())).hasValue("Pack");

        title(page()).fill("Pack boxes");
        title(page()).press("Tab");

        assertThat(byId("conflictTITLE")).containsText("Pack crates");
        assertThat(title(page())).hasValue("Pack boxes");
        Axe.assertNoViolations(page());
        byId("conflictTITLE").getByText("Keep mine").click();
        assertThat(title(other)).hasValue("Pack boxes");
    }

    @Test
    void whatIsTypedRightAfterTheSlashIsSearched() {
        byId("graphCanvas").focus();

        page().keyboard().type("/DRIVEN");
        page().keyboard().press("Backspace");

        assertThat(byId("searchResult")).hasText("1 of 1");
        assertThat(title(page())).hasValue("Drive");
        assertThat(titles()).hasSize(2);
        Axe.assertNoViolations(page());
        page().keyboard().press("Escape");
        awaitFocus("#graphCanvas");
        assertThat(byId("searchField")).isHidden();
    }

    @Test
    void severalTasksAndADependencyPassAxe() {
        graphs.connect(pack.id(), drive.id());
        byId("graphCanvas").focus();
        page().keyboard().press("Control+a");
        assertThat(byId("selectionHeading")).hasText("2 tasks selected");
        Axe.assertNoViolations(page());

        page().evaluate(
                        "id => document.querySelector('graph-canvas').dispatchEvent("
                                + "new CustomEvent('selection-changed', {detail: {ids: [], dependencyId: id}}))",
                        graphs.load(project).dependencies().getFirst().id().toString());
        assertThat(byId("dependencySource")).hasText("Pack");
        Axe.assertNoViolations(page());
    }

    @Test
    void titlesAreEnteredOneAfterTheOther() {
        openPage(page(), address(drive));
        title(page()).fill("Drive there");
        title(page()).press("Enter");
        awaitFocus("#nextTask");

        page().keyboard().type("Unpack");
        page().keyboard().press("Enter");

        assertThat(title(page())).hasValue("Unpack");
        awaitFocus("#nextTask");
        assertThat(titles()).containsExactly("Pack", "Drive there", "Unpack");
        Axe.assertNoViolations(page());
    }

    /** Each command is followed by typing at once, without waiting for the server. */
    @Test
    void whatIsTypedRightAfterACommandBecomesTheTitle() {
        byId("graphCanvas").focus();
        page().keyboard().type("nNice cup");
        awaitTitles("Nice cup");
        page().keyboard().press("Control+Enter");
        page().keyboard().type("Editing");
        awaitTitles("Editing");
        byId("toolAdd").click();
        page().keyboard().type("Concept paget");
        page().keyboard().press("Backspace");
        awaitTitles("Concept page");
        page().keyboard().press("Enter");
        page().keyboard().type("Onward");
        page().keyboard().press("Enter");
        page().keyboard().type("Up");
        awaitFocus("#nextTask");
        assertThat(byId("nextTask").locator("input")).hasValue("Up");

        assertThat(titles()).containsExactly("Pack", "Drive", "Nice cup", "Editing", "Concept page", "Onward");
        assertThat(graphs.load(project).dependencies()).hasSize(1);
        assertThat(byId("criticalPathSum")).isHidden();
    }

    private void awaitTitles(String typed) {
        assertThat(title(page())).hasValue(typed);
    }

    @Test
    void tabsTypedAheadLeadOnToTheHours() {
        byId("graphCanvas").focus();
        page().keyboard().type("n");
        page().keyboard().type("Paint");
        for (int field = 0; field < 3; field++) {
            page().keyboard().press("Tab");
        }
        page().keyboard().type("4");
        awaitFocus("#taskPlannedHours");
        page().keyboard().press("Tab");

        page().waitForCondition(() -> titles().contains("Paint"));
        assertThat(byId("taskPlannedHours").locator("input")).hasValue("4");
    }

    /** With nothing selected, there is nothing to group: the keys are the graph's again. */
    @Test
    void aCommandThatIsRefusedLetsGo() {
        byId("graphCanvas").focus();
        page().keyboard().press("g");
        awaitFocus("type-ahead");

        awaitFocus("#graphCanvas");
        page().keyboard().press("n");
        awaitFocus("#taskTitle");
    }
}

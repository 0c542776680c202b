package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page for everyone: its structure, where the focus is, its colours, its shortcuts. */
@Thorough
class AccessibilityIT extends BrowserTest {

    @Autowired
    private ProjectService projects;

    @Test
    void everyPageHasItsLandmarksAndTheFocusOnItsHeading() {
        ProjectSummary sample = projects.createSample();
        for (String path : List.of("/", "/help", "/projects/" + sample.id(), "/projects/unknown")) {
            open(path);

            assertThat(page().locator("main")).hasCount(1);
            assertThat(page().locator("main#main")).hasCount(1);
            assertThat(page().locator("h1")).hasCount(1);
            assertThat(page().locator("[role=status]")).hasCount(1);
            assertThat(page().locator("header").first()).isVisible();
            awaitFocus("h1");
            assertThat(page().title()).isNotBlank();
        }
        // the last one is answered with 404, which the browser calls an error
        expectInConsole("Failed to load resource");
    }

    @Test
    void theSidebarIsALabelledRegion() {
        openSample();

        assertThat(page().locator("aside[aria-label], aside[aria-labelledby]")).hasCount(1);
    }

    @Test
    void theChosenColoursHoldFromTheFirstPaintOn() {
        openSample();
        byId("tabSettings").click();

        page().getByLabel("Dark", new Page.GetByLabelOptions().setExact(true)).check();

        assertThat(page().locator("html")).hasCSS("color-scheme", "dark");
        page().route("**/VAADIN/**", route -> route.abort());
        page().navigate("http://localhost:" + port() + "/help");
        assertThat(page().locator("html")).hasCSS("color-scheme", "dark");
        expectInConsole("Failed to load resource");
    }

    @Test
    void aSingleLetterActsOnTheGraphAndStaysALetterInAField() {
        openSample();
        openOutline(page());
        int before = rows();

        byId("graphCanvas").focus();
        page().keyboard().press("n");

        page().waitForCondition(() -> rows() == before + 1);
        awaitFocus("#taskTitle");
        page().keyboard().press("End");
        page().keyboard().type(" n");
        page().keyboard().press("Tab");
        // the round trip that saved the title would have brought another task too
        assertThat(outlineTasks(page()).filter(new Locator.FilterOptions().setHasText("New task n")))
                .hasCount(1);
        assertThat(rows()).isEqualTo(before + 1);
    }

    /** How many tasks and groups the outline has, in view or not. */
    private int rows() {
        return (Integer) page().evaluate("() => document.getElementById('taskOutline').size");
    }

    @Test
    void aShortcutWithModifiersWorksFromWithinAField() throws IOException {
        env("BACKUPS_DIR=backups\n");
        openSample();
        openOutline(page());
        outlineTasks(page()).first().click();
        Locator title = byId("taskTitle").locator("input");
        String before = title.inputValue();
        title.focus();

        page().keyboard().press("Alt+Shift+KeyB");

        assertThat(byId("statusRegion")).containsText("Backup saved");
        assertThat(hasFocus("#taskTitle")).isTrue();
        assertThat(title).hasValue(before);
    }
}

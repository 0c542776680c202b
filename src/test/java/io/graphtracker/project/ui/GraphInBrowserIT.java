package io.graphtracker.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only a browser can show of the graph. */
@Thorough
class GraphInBrowserIT extends BrowserTest {

    private void savePng() {
        byId("toolPicture").click();
        byId("picturePng").click();
    }

    @Test
    void aPictureIsDownloadedAndThenReported() {
        openSample();
        page().locator("graph-canvas canvas").first().waitFor();

        Download picture = page().waitForDownload(this::savePng);

        assertThat(picture.suggestedFilename()).endsWith(".png");
        assertThat(page().locator("vaadin-notification-card")).containsText(picture.suggestedFilename());
    }

    @Test
    void aPictureThatFailsIsReportedToo() {
        openSample();
        page().evaluate("() => { HTMLCanvasElement.prototype.toBlob = (answer) => answer(null); }");

        savePng();

        assertThat(page().locator("vaadin-notification-card")).containsText("could not make the picture");
        expectInConsole("Failed to load resource");
    }

    @Test
    void enterInTheDialogOfDependenciesConnects() {
        openSample();
        page().locator("#toolConnect").click();
        assertThat(page().locator("#connectFrom")).isVisible();

        page().keyboard().press("Enter");

        // it tried, and nothing is chosen yet
        assertThat(page().getByText("Choose a task.").first()).isVisible();
    }

    @Test
    void theToolsShowTheZoom() {
        openSample();
        page().locator("#toolFit").click();
        assertThat(byId("toolActualSize")).not().containsText("100%");

        byId("toolActualSize").click();

        assertThat(byId("toolActualSize")).containsText("100%");
    }

    @Test
    void theMenuOfPicturesIsWithinReachOnAPhone() {
        page().setViewportSize(320, 640);
        openSample();
        byId("toolPicture").scrollIntoViewIfNeeded();
        for (String tool : List.of("toolAdd", "toolPicture", "toolActualSize", "toolFit")) {
            assertThat(byId(tool)).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.95));
        }

        byId("toolPicture").click();
        assertThat(byId("pictureSvg")).isVisible();
        Axe.assertNoViolations(page());
        Download picture = page().waitForDownload(() -> byId("pictureSvg").click());

        assertThat(picture.suggestedFilename()).endsWith(".svg");
        assertThat(byId("pictureSvg")).isHidden();
    }

    @Test
    void theSumOfTheCriticalPathStaysAndIsReadable() {
        openSample();

        byId("btnCriticalPath").click();

        assertThat(byId("criticalPathSum")).containsText("Critical path:");
        assertThat(byId("criticalPathSum")).isInViewport();
        Axe.assertNoViolations(page());
    }

    @Test
    void whatIsNextLeadsToTheTaskAndItsPathByKeyboard() {
        openSample();
        byId("next").locator("summary").focus();
        page().keyboard().press("Enter");
        assertThat(byId("next").locator("summary")).containsText("tasks ready");
        Axe.assertNoViolations(page());

        page().keyboard().press("Tab");
        page().keyboard().press("Enter");
        assertThat(byId("taskTitle").locator("input")).hasValue("Find duplicates");
        assertThat(byId("nextBlocked")).containsText("is not waiting for anything");

        page().locator("graph-canvas").focus();
        page().keyboard().press("p");
        assertThat(byId("criticalPathSum")).containsText("Path of “Find duplicates”: 7 tasks");
        assertThat(byId("statusRegion")).containsText("Path of “Find duplicates”");
        Axe.assertNoViolations(page());
    }
}

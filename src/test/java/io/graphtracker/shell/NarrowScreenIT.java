package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything within reach at a width of 320 pixels, and with a zoom of 200 %. */
@Thorough
class NarrowScreenIT extends BrowserTest {

    /**
     * The names of what can be clicked in the header and is not wholly in view: outside the window, with an icon or
     * text that sticks out, or with something else over the middle of an edge.
     */
    private static final String OUT_OF_REACH = """
            () => {
              const within = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1
                  && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
              const screen = {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
              const hit = (element, x, y) => element.contains(document.elementFromPoint(x, y));
              return [...document.querySelectorAll('header :is(a, vaadin-button)')]
                  .filter(element => element.checkVisibility())
                  .filter(element => {
                    const box = element.getBoundingClientRect();
                    const x = box.left + box.width / 2;
                    const y = box.top + box.height / 2;
                    const content = [...element.children]
                        .filter(child => !child.matches('.action-label, vaadin-tooltip') && child.checkVisibility());
                    return !within(box, screen)
                        || content.some(child => !within(child.getBoundingClientRect(), box))
                        || !hit(element, box.left + 1, y) || !hit(element, box.right - 1, y)
                        || !hit(element, x, box.top + 1) || !hit(element, x, box.bottom - 1);
                  })
                  .map(element => element.id || element.textContent);
            }
            """;

    @Autowired
    private ProjectService projects;

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
    }

    @Test
    void nothingIsWiderThanANarrowScreen() {
        ProjectSummary sample = projects.createSample();
        Page page = page();
        page.setViewportSize(320, 640);
        for (String path : List.of("/", "/help", "/projects/" + sample.id())) {
            open(page, path);
            assertNoSidewaysScrolling(page);
            assertHeaderWithinReach(page);
        }
        // with nothing selected, the first has nothing to show
        Map<String, String> contents = Map.of(
                "tabTask",
                "#tabTask[aria-selected=true]",
                "tabSettings",
                ".settings-panel",
                "tabActions",
                "#btnBackupDBPanel");
        for (String tab : List.of("tabTask", "tabSettings", "tabActions")) {
            page.locator("#" + tab).click();
            assertThat(page.locator(contents.get(tab)).first()).isVisible();
            assertNoSidewaysScrolling(page);
        }

        page.locator("#btnBackupDBPanel").evaluate("button => button.scrollIntoView({block: 'end'})");
        page.locator("#btnBackupDBPanel").click();

        Locator card = page.locator("vaadin-notification-card");
        assertThat(card).containsText("Backup saved");
        assertThat(card.boundingBox().width).isLessThanOrEqualTo(320);
        assertNoSidewaysScrolling(page);
        page.waitForFunction("document.querySelector('vaadin-notification-card').getBoundingClientRect().bottom"
                + " <= document.getElementById('btnBackupDBPanel').getBoundingClientRect().top");
    }

    @Test
    void aNarrowHeaderHasRoomForALongNameAndWhatWasChosen() {
        ProjectSummary project = projects.create("Umzugsvorbereitungsbesprechungsprotokoll".repeat(3));
        Page page = page();
        page.setViewportSize(320, 640);
        open(page, "/projects/" + project.id());

        page.locator("#tabActions").click();
        page.locator("#btnBackupDBShowInHeader").click();

        assertThat(page.locator("#btnBackupDB")).isVisible();
        page.evaluate("scrollTo(0, 0)");
        assertThat(page.locator("#btnMoreActions")).isVisible();
        assertHeaderWithinReach(page);
        assertNoSidewaysScrolling(page);
    }

    @Test
    void onAPhoneTheTaskIsASheetAsLongAsItIsSelected() {
        ProjectSummary sample = projects.createSample();
        Page page = page();
        page.setViewportSize(360, 740);
        open(page, "/projects/" + sample.id());
        Locator canvas = page.locator("graph-canvas");
        Locator title = page.locator("#taskTitle");
        page.waitForFunction("document.querySelector('graph-canvas').settled");
        canvas.focus();
        assertThat(title).isHidden();

        canvas.press("ArrowRight");

        assertThat(title).isInViewport();
        assertThat(canvas).isFocused();
        assertThat(canvas.boundingBox().y + canvas.boundingBox().height)
                .as("nothing covers the canvas")
                .isLessThanOrEqualTo(page.locator("#sidebar").boundingBox().y);
        Axe.assertNoViolations(page);
        assertNoSidewaysScrolling(page);

        page.locator("#btnCloseSheet").click();
        assertThat(title).isHidden();
        assertThat(canvas).isFocused();
    }

    @Test
    void withAZoomOf200PercentABackupIsWithinReach() {
        ProjectSummary sample = projects.createSample();
        // what a window of 1280 by 800 has left
        Page page = newProfile(new NewContextOptions().setViewportSize(640, 400).setDeviceScaleFactor(2));
        for (String path : List.of("/", "/help", "/projects/" + sample.id())) {
            open(page, path);
            assertNoSidewaysScrolling(page);
            assertHeaderWithinReach(page);
        }

        page.locator("#tabActions").click();
        page.locator("#btnBackupDBPanel").click();

        assertThat(page.locator("#statusRegion")).containsText("Backup saved");
        assertNoSidewaysScrolling(page);
    }

    private static void assertHeaderWithinReach(Page page) {
        assertThat(page.evaluate(OUT_OF_REACH))
                .as("buttons in the header of " + page.url() + " that are clipped or covered")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling on " + page.url())
                .isEqualTo(true);
    }
}

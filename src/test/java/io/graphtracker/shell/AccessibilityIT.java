package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page for everyone: axe in both colour schemes and with open messages, structure, focus, narrow screens. */
class AccessibilityIT extends BrowserTest {

    @Autowired
    private ProjectService projects;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingOnAnyPage(ColorScheme scheme) throws IOException {
        env("BACKUPS_DIR=backups\n");
        ProjectSummary sample = projects.createSample();
        Page page = newProfile(new NewContextOptions().setColorScheme(scheme));

        for (String path : List.of("/", "/help", "/projects/" + sample.id())) {
            open(page, path);
            Axe.assertNoViolations(page);
        }
        for (String tab : List.of("tabActions", "tabSettings", "tabTask")) {
            page.locator("#" + tab).click();
            assertThat(page.locator("#" + tab)).hasAttribute("aria-selected", "true");
            Axe.assertNoViolations(page);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingWithMessagesOpen(ColorScheme scheme) throws IOException {
        ProjectSummary sample = projects.createSample();
        Page page = newProfile(new NewContextOptions().setColorScheme(scheme));
        open(page, "/projects/" + sample.id());
        page.locator("#tabActions").click();

        page.locator("#btnBackupDBPanel").click();
        assertThat(page.locator("vaadin-notification-card[role=alert]")).isVisible();
        Axe.assertNoViolations(page);

        env("BACKUPS_DIR=backups\n");
        page.locator("#btnBackupDBPanel").click();
        assertThat(page.locator("vaadin-notification-card[role=none]")).isVisible();
        Axe.assertNoViolations(page);
    }

    /** Shows that the tests above would notice. */
    @Test
    void axeBites() {
        open("/help");
        Axe.assertNoViolations(page());

        page().evaluate("document.querySelector('main').append(document.createElement('button'))");

        assertThatThrownBy(() -> Axe.assertNoViolations(page()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("button-name");
    }

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
        forgetConsole();
    }

    @Test
    void theSidebarIsALabelledRegion() {
        openSample();

        assertThat(page().locator("aside[aria-label], aside[aria-labelledby]")).hasCount(1);
    }

    @Test
    void nothingIsWiderThanANarrowScreen() throws IOException {
        env("BACKUPS_DIR=backups\n");
        ProjectSummary sample = projects.createSample();
        Page page = newProfile(new NewContextOptions().setViewportSize(320, 640));
        for (String path : List.of("/", "/help", "/projects/" + sample.id())) {
            open(page, path);
            assertNoSidewaysScrolling(page);
        }
        for (String tab : List.of("tabTask", "tabSettings", "tabActions")) {
            page.locator("#" + tab).click();
            assertNoSidewaysScrolling(page);
        }

        Locator button = page.locator("#btnBackupDBPanel");
        button.click();

        Locator card = page.locator("vaadin-notification-card");
        assertThat(card).containsText("Backup saved");
        assertThat(card.boundingBox().width).isLessThanOrEqualTo(320);
        assertNoSidewaysScrolling(page);
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
        forgetConsole();
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling on " + page.url())
                .isEqualTo(true);
    }
}

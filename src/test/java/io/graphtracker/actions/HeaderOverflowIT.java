package io.graphtracker.actions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header has one row of buttons, whatever its width is, and a menu for the rest. */
@Thorough
class HeaderOverflowIT extends BrowserTest {

    private Locator shownInHeader() {
        return page().locator("#headerActions > vaadin-button:visible");
    }

    private Locator shownInMenu() {
        return page().locator(".more-actions > vaadin-button:visible");
    }

    @Test
    void onAUsualScreenAllActionsAreInTheHeader() {
        page().setViewportSize(1280, 800);
        openSample();
        byId("tabActions").click();
        byId("btnBackupDBShowInHeader").locator("input").check();

        assertThat(byId("btnBackupDB")).isVisible();
        assertThat(byId("btnScreenshot")).isVisible();
        assertThat(byId("btnAddNode").locator(".action-label")).not().hasCSS("position", "absolute");
        assertThat(byId("btnMoreActions")).isHidden();
        Axe.assertNoViolations(page());
    }

    @Test
    void whatUsersHaveChosenStaysInTheHeaderLongest() {
        page().setViewportSize(360, 800);
        openSample();
        byId("tabActions").click();
        byId("btnBackupDBShowInHeader").locator("input").check();

        assertThat(byId("btnBackupDB")).isVisible();
        assertThat(byId("btnScreenshot")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 320})
    void whatHasNoRoomIsInTheMenu(int width) {
        page().setViewportSize(width, 800);
        openSample();
        Locator all = page().locator("#headerActions > vaadin-button:not([hidden])");
        byId("btnMoreActions").click();

        assertThat(shownInMenu().first()).isVisible();

        assertThat(shownInHeader().count() + shownInMenu().count()).isEqualTo(all.count());
        assertThat(shownInHeader()
                        .evaluateAll("buttons => new Set(buttons.map(it => it.getBoundingClientRect().top)).size"))
                .isEqualTo(1);
        assertThat(page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(shownInMenu().last()).containsText("Import JSON");
        Axe.assertNoViolations(page());
    }

    @Test
    void theMenuIsGoneWhereThereIsRoomForAll() {
        page().setViewportSize(1900, 800);
        openSample();
        assertThat(byId("btnScreenshot")).isVisible();
        assertThat(byId("btnMoreActions")).isHidden();

        page().setViewportSize(500, 800);
        assertThat(byId("btnMoreActions")).isVisible();
        assertThat(byId("btnScreenshot")).isHidden();
    }

    @Test
    void theFocusStaysInTheHeaderWhenTheMenuGoes() {
        page().setViewportSize(500, 800);
        openSample();
        byId("btnMoreActions").focus();
        page().setViewportSize(1900, 800);
        assertThat(byId("btnMoreActions")).isHidden();
        assertThat(shownInHeader().last()).isFocused();

        page().setViewportSize(500, 800);
        assertThat(byId("btnMoreActions")).isFocused();
        page().keyboard().press("Enter");
        shownInMenu().first().focus();
        page().setViewportSize(1900, 800);
        assertThat(byId("btnMoreActions")).isHidden();
        assertThat(shownInHeader().last()).isFocused();
    }

    @Test
    void anActionInTheMenuWorksByKeyboard() {
        page().setViewportSize(320, 800);
        openSample();
        byId("btnMoreActions").focus();
        page().keyboard().press("Enter");
        assertThat(byId("btnCollapseMore")).isVisible();

        byId("btnCollapseMore").focus();
        page().keyboard().press("Enter");

        assertThat(byId("statusRegion")).containsText("groups were collapsed");
        assertThat(byId("btnCollapseMore")).isHidden();
    }

    @Test
    void theMenuFollowsWhatUsersWantInTheHeader() {
        page().setViewportSize(500, 900);
        openSample();
        byId("tabActions").click();
        byId("btnScreenshotShowInHeader").locator("input").uncheck();
        byId("btnMoreActions").click();

        assertThat(shownInMenu().first()).isVisible();
        assertThat(byId("btnScreenshotMore")).isHidden();
    }
}

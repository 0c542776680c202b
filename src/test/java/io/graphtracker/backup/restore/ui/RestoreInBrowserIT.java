package io.graphtracker.backup.restore.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/**
 * What only browsers show of a restore: keyboard and focus, what is heard, and what is typed on other pages meanwhile.
 */
@Thorough
class RestoreInBrowserIT extends RestoreBrowserFixture {
    @Test
    void theWholePathThereAndBack() {
        openTestPage(page());
        byId("openRestore").click();
        assertThat(dialog()).containsText("1 project will be removed");
        assertThat(dialog()).containsText("Boat");

        tick();
        byId("btnConfirmRestore").click();

        assertThat(byId("restoreDone")).containsText("was restored.");
        assertThat(byId("restoreFormer")).containsText("kept in the safety backup graph_tracker_");
        awaitFocus("#btnReload");
        assertThat(projects.list(false)).extracting(ProjectSummary::name).containsExactly(sample.name());
        page().waitForNavigation(() -> byId("btnReload").click());
        assertThat(dialog()).hasCount(0);
        assertThat(byId("restoreBannerText")).hasCount(0);

        byId("openUndo").click();
        assertThat(dialog()).containsText("What you have now is kept first, in a new safety backup.");
        tick();
        byId("btnConfirmRestore").click();

        assertThat(byId("restoreDone")).containsText("The restore was undone");
        assertThat(projects.list(false))
                .extracting(ProjectSummary::name)
                .containsExactlyInAnyOrder("Renamed since", "Boat");
    }

    @Test
    void withTheKeyboardAloneAndWithoutLosingTheFocus() {
        openTestPage(page());
        page().evaluate(LISTEN);
        pressUntilFocused("Tab", "#openRestore");
        page().keyboard().press("Enter");
        assertThat(byId("restoreUnderstood")).isVisible();
        assertThat(hasFocus("#btnCloseRestore")).as("the focus is on Cancel").isTrue();
        assertThat((Boolean) byId("statusRegion").evaluate(HIDDEN_FROM_READERS))
                .as("the status region is hidden from readers")
                .isFalse();

        pressUntilFocused("Tab", "#btnConfirmRestore");
        page().keyboard().press("Enter");
        assertThat(byId("restoreUnderstood")).containsText("Tick the box to go on.");
        awaitFocus("#restoreUnderstood");
        page().keyboard().press("Space");
        assertThat(byId("restoreUnderstood")).not().hasAttribute("invalid", "");
        pressUntilFocused("Tab", "#btnConfirmRestore");

        try (HeldRestore held = HeldRestore.at(RestoreStep.SWITCHING, context)) {
            page().keyboard().press("Enter");
            held.awaitReached();
            assertThat(page().locator("[aria-current=step]")).containsText("Put the copy in place");
            awaitFocus("#restoreContent");
            page().keyboard().press("Escape");
            page().mouse().click(5, 5);
            assertThat(byId("restoreSteps")).isVisible();
        }

        awaitFocus("#btnReload");
        assertThat(heard(page()))
                .contains("Step 4 of 5: Put the copy in place")
                .last()
                .asString()
                .contains("was restored.");
        page().waitForNavigation(() -> page().keyboard().press("Enter"));
        awaitFocus("h1");
    }

    @Test
    void escapeClosesTheQuestionAndTheFocusGoesBack() {
        openTestPage(page());
        byId("openRestore").focus();
        page().keyboard().press("Enter");
        assertThat(byId("restoreUnderstood")).isVisible();

        page().keyboard().press("Escape");

        assertThat(dialog()).hasCount(0);
        awaitFocus("#openRestore");
    }

    /** On a narrow screen, which has the least room. */
    @Test
    void axeFindsNothingInAnyState() throws IOException {
        Page here = page();
        here.setViewportSize(320, 640);
        Page other = newProfile();
        other.setViewportSize(320, 640);
        Locator title = openTask(other);
        title.click();
        other.keyboard().type("typing");
        openTestPage(here);
        here.locator("#openRestore").click();
        assertThat(here.locator("#restoreUnderstood")).isVisible();
        assertSound(here);
        here.locator("#btnConfirmRestore").click();
        assertThat(here.locator("#restoreUnderstood")).hasAttribute("invalid", "");
        assertSound(here);
        here.locator("#restoreUnderstood input").check();
        try (HeldRestore held = HeldRestore.at(RestoreStep.MIGRATING, context)) {
            here.locator("#btnConfirmRestore").click();
            held.awaitReached();
            assertThat(here.locator("[aria-current=step]")).containsText("Adapt the copy");
            assertSound(here);
            assertThat(banner(other)).containsText(RUNNING);
            assertSound(other);
        }
        assertThat(here.locator("#btnReload")).isVisible();
        assertSound(here);
        assertReplaced(other);
        assertSound(other);

        here.waitForNavigation(() -> here.locator("#btnReload").click());
        here.locator("#openUndo").click();
        assertThat(here.locator("#btnConfirmRestore")).hasText("Undo the restore");
        assertSound(here);
        here.keyboard().press("Escape");

        here.locator("#openRestore").click();
        here.locator("#restoreUnderstood input").check();
        try (HeldRestore held = HeldRestore.at(RestoreStep.STAGING, context)) {
            here.locator("#btnConfirmRestore").click();
            held.awaitReached();
            Files.write(backup, new byte[] {1}, StandardOpenOption.APPEND);
        }
        assertThat(here.locator("#restoreProblem")).isVisible();
        assertThat(here.locator(".restore-problem[role=alert]"))
                .containsText("What is to be restored was changed since it was checked.");
        assertSound(here);

        here.locator("#btnCloseRestore").click();
        here.locator("#openRestore").click();
        assertThat(here.locator("[role=alert]:not(.connection-lost)"))
                .containsText("The file is not as long as it has to be");
        assertSound(here);
    }
}

package io.graphtracker.backup.restore.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What other pages do when a backup is restored. */
@Thorough
class RestoreOtherPagesIT extends RestoreBrowserFixture {
    /** How many tasks have text that is kept until the server has it. */
    private static final String KEPT =
            "Object.keys(sessionStorage).filter(key => key.startsWith('graph-tracker.kept.')).length";

    @Test
    void anotherPageIsToldAndReloadsByItself() {
        Page other = newProfile();
        open(other, "/projects/" + sample.id());
        assertThat(other.locator("h1")).hasText("Renamed since");
        other.evaluate(LISTEN);
        other.evaluate("window.stillTheSamePage = true");
        openTestPage(page());

        try (HeldRestore held = beginRestore(page(), RestoreStep.MIGRATING)) {
            assertThat(banner(other)).containsText(RUNNING);
            assertThat(heard(other)).last().asString().startsWith(RUNNING);
            assertThat(banner(page())).hasCount(0);
        }

        assertThat(other.locator("h1")).hasText(sample.name());
        assertThat(other.evaluate("window.stillTheSamePage === undefined")).isEqualTo(true);
        assertThat(banner(other)).hasCount(0);
        assertThat(other.locator("vaadin-notification-card")).containsText("Your projects are now those of ");
    }

    @Test
    void whatIsBeingTypedStaysAndItsPageIsNotReloaded() {
        Page other = newProfile();
        Locator title = openTask(other);
        openTestPage(page());
        title.click();
        other.keyboard().press("End");
        other.keyboard().type(" and more");

        restoreAll(page());

        assertReplaced(other);
        assertThat(title).hasValue(Pattern.compile(".* and more"));
        assertThat(other.evaluate("document.activeElement.closest('#taskTitle') !== null"))
                .isEqualTo(true);
        other.waitForNavigation(() -> other.locator("#btnReloadPage").click());
        assertThat(other.locator("h1")).hasText(sample.name());
        assertThat(banner(other)).hasCount(0);
    }

    @Test
    void whatIsSaidNotToBeSavedIsNotSavedByAReloadEither() {
        Page other = newProfile();
        Locator title = openTask(other);
        String stored = title.inputValue();
        openTestPage(page());
        title.click();
        other.keyboard().type("Typed");
        assertThat(other.evaluate(KEPT)).isEqualTo(1);

        restoreAll(page());
        assertReplaced(other);
        other.keyboard().type(" on");

        assertThat(other.evaluate(KEPT)).isEqualTo(0);
        other.reload();
        assertThat(title).hasValue(stored);
    }

    @Test
    void whatIsTypedAboutATaskThatIsGoneCanBeCopied() {
        Page other = newProfile();
        open(other, "/projects/" + sample.id());
        other.locator("#btnAddNode").click();
        Locator title = other.locator("#taskTitle input");
        assertThat(title).hasValue("New task");
        openTestPage(page());
        title.fill("Nobody else knows this");

        restoreAll(page());
        assertReplaced(other);
        other.keyboard().press("Tab");

        assertThat(other.locator("vaadin-notification-card"))
                .containsText("Nothing was saved: your projects were replaced by those of a backup");
        assertThat(title).hasValue("Nobody else knows this");
        Axe.assertNoViolations(other);
    }

    @Test
    void whatCouldNotBeSavedKeepsThePageFromReloading() {
        Page other = newProfile();
        Locator title = openTask(other);
        String stored = title.inputValue();
        title.fill("Nobody else knows this");
        deleteSelectedTask(stored);
        assertThat(other.locator("#taskGone")).isVisible();
        other.keyboard().press("Tab");
        openTestPage(page());

        restoreAll(page());

        assertReplaced(other);
        assertThat(title).hasValue("Nobody else knows this");
    }

    @Test
    void aDialogWithTextIsNotReloadedAway() {
        Page other = newProfile();
        open(other, "/");
        other.locator("#btnNewProject").click();
        other.locator("#projectName input").fill("My new project");
        openTestPage(page());

        restoreAll(page());

        assertReplaced(other);
        assertThat(other.locator("#projectName input")).hasValue("My new project");
        assertThat((Boolean) banner(other).evaluate(HIDDEN_FROM_READERS))
                .as("the alert is hidden from readers")
                .isFalse();
        other.keyboard().press("Escape");
        other.waitForNavigation(() -> other.locator("#btnReloadPage").click());
        assertThat(other.locator(".project-name")).hasText(sample.name());
    }

    @Test
    void whatWasSentIsNoReasonToStay() {
        Page other = newProfile();
        Locator title = openTask(other);
        openTestPage(page());
        title.fill("Saved before");
        other.keyboard().press("Tab");
        other.waitForFunction("() => !Object.values(Vaadin.Flow.clients).some(client => client.isActive?.())");
        other.evaluate("window.stillTheSamePage = true");

        restoreAll(page());

        other.waitForFunction("() => window.stillTheSamePage === undefined");
        assertThat(other.locator("h1")).hasText(sample.name());
    }

    @Test
    void aFailureIsToldOnOtherPagesUntilItIsClosed() throws IOException {
        Page other = newProfile();
        open(other, "/");
        openTestPage(page());

        try (HeldRestore held = beginRestore(page(), RestoreStep.STAGING)) {
            Files.write(backup, new byte[] {1}, StandardOpenOption.APPEND);
        }

        awaitFocus("#btnCloseRestore");
        assertThat(banner(other)).containsText("The restore failed. Nothing was changed.");
        Axe.assertNoViolations(other);
        other.locator("#btnCloseRestoreBanner").click();
        assertThat(banner(other)).hasCount(0);
    }
}

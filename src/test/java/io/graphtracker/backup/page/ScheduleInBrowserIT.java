package io.graphtracker.backup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.schedule.BackupScheduler;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A schedule is set with the keyboard, its backup is made and shown, and a failure is told. */
@Thorough
class ScheduleInBrowserIT extends BrowserTest {

    @Autowired
    private OperationsDatabase operations;

    @Autowired
    private BackupScheduler scheduler;

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
        forgetSchedule();
    }

    @AfterEach
    void forgetSchedule() throws IOException {
        Files.deleteIfExists(home().resolve("instance/operations.db"));
        scheduler.look();
    }

    @Test
    void oneKeyStrokeSetsAScheduleAndItsBackupIsShownWhenItIsMade() throws IOException {
        open("/backups");
        assertThat(byId("btnScheduleRecommended")).isVisible();
        Axe.assertNoViolations(page());

        pressUntilFocused("Tab", "#btnScheduleRecommended");
        page().keyboard().press("Enter");

        assertThat(byId("scheduleNext")).containsText(", 02:00 (");
        awaitFocus("#safetyHeading");
        assertThat(byId("statusRegion")).containsText("Schedule saved: Daily at 02:00");
        Axe.assertNoViolations(page());

        makeDue();

        assertThat(byId("scheduleLast")).containsText(" was made.");
        assertThat(page().locator("#backups tbody tr")).hasCount(1);
        assertThat(page().locator("#backups tbody tr")).containsText("Scheduled");
        makeDue();
        assertThat(byId("scheduleLast")).containsText("nothing had changed since graph_tracker_");
        assertThat(page().locator("#backups tbody tr")).hasCount(1);
    }

    @Test
    void theKeyboardAloneChangesTheScheduleAndShowsTheNextRunsMeanwhile() {
        open("/backups");
        pressUntilFocused("Tab", "#changeSchedule > summary");
        page().keyboard().press("Enter");
        pressUntilFocused("Tab", "#scheduleKind");
        page().keyboard().press("Enter");
        assertThat(option("Daily")).isFocused();
        page().keyboard().press("ArrowDown");
        assertThat(option("Weekly")).isFocused();
        page().keyboard().press("Enter");
        assertThat(byId("scheduleDay")).isVisible();
        assertThat(byId("scheduleRuns").locator("li")).hasCount(5);
        assertThat(byId("scheduleRuns").locator("li").first()).containsText("Sun ");
        assertThat(byId("statusRegion")).containsText("Next backup: Sun ");

        pressUntilFocused("Tab", "#scheduleTime");
        page().keyboard().press("Control+A");
        page().keyboard().type("04:30");
        page().keyboard().press("Enter");
        assertThat(byId("scheduleRuns").locator("li").first()).containsText(", 04:30 ");
        Axe.assertNoViolations(page());
        pressUntilFocused("Tab", "#btnSaveSchedule");
        page().keyboard().press("Enter");

        assertThat(byId("scheduleCurrent")).containsText("Every Sunday at 04:30 (");
        assertThat(byId("scheduleNext")).containsText(Pattern.compile("Sun .*, 04:30"));
        assertThat(hasFocus("#btnSaveSchedule")).isTrue();
    }

    @Test
    void everythingIsWithinReachOfANarrowScreenAndWhatIsWrongIsToldAtItsField() {
        page().setViewportSize(360, 740);
        open("/backups");
        byId("changeSchedule").locator("summary").click();
        byId("scheduleKind").click();
        option("By a cron expression").click();
        byId("scheduleExpression").locator("input").fill("every night");

        assertThat(byId("scheduleExpression")).containsText("Enter five fields");
        byId("btnSaveSchedule").click();
        awaitFocus("#scheduleExpression");
        assertThat(byId("scheduleExpression").locator("input")).hasAttribute("aria-invalid", "true");
        assertThat(page().evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        for (Locator control : page().locator("#schedule :is(input, vaadin-button, summary):visible")
                .all()) {
            var box = control.boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(360);
        }
        Axe.assertNoViolations(page());
    }

    @Test
    void aFailureIsToldOnEveryPageUntilItIsDismissed() throws IOException {
        open("/backups");
        byId("btnScheduleRecommended").click();
        assertThat(byId("scheduleNext")).isVisible();
        open("/");
        env("");

        makeDue();

        assertThat(byId("scheduleBannerText")).containsText("was not made. Provide BACKUPS_DIR in .env");
        assertThat(byId("statusRegion")).containsText("Provide BACKUPS_DIR");
        Axe.assertNoViolations(page());
        page().setViewportSize(320, 640);
        assertThat(page().evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        open("/help");
        assertThat(byId("scheduleBanner")).isVisible();

        pressUntilFocused("Shift+Tab", "#btnDismissScheduleFailure");
        page().keyboard().press("Enter");

        assertThat(byId("scheduleBanner")).isHidden();
        awaitFocus("h1");
        open("/");
        assertThat(byId("scheduleBanner")).isHidden();
    }

    @Test
    void theSettingsOfAProjectLeadToTheSchedule() {
        openSample();
        byId("tabSettings").click();
        assertThat(byId("nextBackup")).containsText("No scheduled backups");

        byId("settingsSchedule").click();

        assertThat(page().locator("h1")).hasText("Backups");
        assertThat(byId("scheduleHeading")).isInViewport();
    }

    private Locator option(String name) {
        return page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name));
    }

    /** Makes the backup that is set, as if it were due now. */
    private void makeDue() throws IOException {
        operations.write(
                client ->
                        client.sql("update schedule set next_due_millis = 1000").update(),
                OperationsDatabase.WRITE_TIMEOUT);
        scheduler.look();
    }
}

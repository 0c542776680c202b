package io.graphtracker.backup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.schedule.BackupScheduler;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The answers, the checks and the banner as people see, hear and reach them. */
@Thorough
class WatchInBrowserIT extends BrowserTest {

    @Autowired
    private BackupService backups;

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private BackupScheduler scheduler;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
        forget();
    }

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(home().resolve("instance/operations.db"));
        scheduler.look();
        events.publishEvent(new CatalogChanged());
    }

    @Test
    void theKeyboardAloneRunsADrillAndVerifiesAll() {
        backups.backUp("local");
        open("/backups");
        assertThat(byId("safetyAnswer")).hasText("Yes, but note:");
        assertThat(byId("safetyRestore")).containsText("Unknown until the first restore drill.");
        Axe.assertNoViolations(page());

        pressUntilFocused("Tab", "#btnDrill");
        page().keyboard().press("Enter");
        assertThat(byId("lastDrill")).containsText(" passed in ");
        assertThat(byId("statusRegion")).containsText(" passed in ");
        assertThat(byId("safetyRestore")).containsText(Pattern.compile("About \\d+\\.\\d s"));

        pressUntilFocused("Shift+Tab", "#btnVerifyAll");
        page().keyboard().press("Enter");
        assertThat(byId("lastVerification")).containsText(": 1 passed.");
        assertThat(byId("statusRegion")).containsText(": 1 passed.");
        Axe.assertNoViolations(page());
    }

    @Test
    void theBannerComesOnEveryPageAndGoesWithTheNextBackup() throws IOException {
        open("/");
        assertThat(byId("safetyBanner")).isHidden();

        schedules.save(Schedule.recommended(ZoneId.of("UTC")), "local");

        assertThat(byId("safetyBannerText")).containsText("There is no verified backup yet.");
        assertThat(byId("statusRegion")).containsText("There is no verified backup yet.");
        Axe.assertNoViolations(page());
        open("/help");
        assertThat(byId("safetyBanner")).isVisible();

        backups.backUp("local");

        assertThat(byId("safetyBanner")).isHidden();
    }

    @Test
    void everythingIsWithinReachOfANarrowScreenAndWhatIsWrongIsToldAtItsField() {
        backups.backUp("local");
        page().setViewportSize(360, 740);
        open("/backups");
        byId("changeWatching").locator("summary").click();

        byId("callAddress").locator("input").fill("hc-ping.com/x");
        byId("btnSaveCall").click();
        assertThat(byId("callAddress")).containsText("Enter the address of a web server");
        awaitFocus("#callAddress");
        assertThat(byId("callAddress").locator("input")).hasAttribute("aria-invalid", "true");
        byId("watchAge").locator("input").fill("0");
        byId("btnSaveWatchAge").click();
        assertThat(byId("watchAge")).containsText("Enter a whole number from 1 to 365.");
        awaitFocus("#watchAge");

        assertThat(page().evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        for (Locator control : page().locator("#watching :is(input, vaadin-button, summary):visible")
                .all()) {
            var box = control.boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(360);
        }
        Axe.assertNoViolations(page());
    }

    @Test
    void axeFindsNothingInTheDark() {
        page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        open("/backups");
        assertThat(byId("safetyAnswer")).hasText("No.");
        Axe.assertNoViolations(page());
        backups.backUp("local");
        assertThat(byId("safetyAnswer")).hasText("Yes, but note:");
        Axe.assertNoViolations(page());
    }
}

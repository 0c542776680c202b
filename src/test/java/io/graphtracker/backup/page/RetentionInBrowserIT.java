package io.graphtracker.backup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupService;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The retention rule with the keyboard, to axe, and on a narrow screen. */
@Thorough
class RetentionInBrowserIT extends BrowserTest {

    @Autowired
    private BackupService backups;

    private String oldest;

    @BeforeEach
    void makeBackups() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Files.deleteIfExists(home().resolve("instance/operations.db"));
        oldest = make(BackupKind.SCHEDULED);
        make(BackupKind.SCHEDULED);
        make(BackupKind.MANUAL);
    }

    private String make(BackupKind kind) {
        return backups.backUp(kind, "local").file().getFileName().toString();
    }

    @Test
    void theKeyboardAlonePreviewsSavesAndTurnsOffARule() {
        open("/backups");
        assertThat(byId("retentionStatus")).containsText("Off");
        Axe.assertNoViolations(page());

        pressUntilFocused("Tab", "#retentionDetails > summary");
        page().keyboard().press("Enter");
        pressUntilFocused("Tab", "#retention-last");
        page().keyboard().type("1");
        for (String tier : List.of("daily", "weekly", "monthly")) {
            pressUntilFocused("Tab", "#retention-" + tier);
            page().keyboard().press("Control+A");
            page().keyboard().press("Delete");
        }
        pressUntilFocused("Tab", "#btnRetentionPreview");
        page().keyboard().press("Enter");
        assertThat(byId("retentionSummary")).containsText("1 backup would be deleted");
        assertThat(byId("statusRegion")).containsText("1 backup would be deleted");
        assertThat(previewed(oldest)).containsText("Not kept by any part of the rule");
        Axe.assertNoViolations(page());

        pressUntilFocused("Tab", "#btnRetentionSave");
        page().keyboard().press("Enter");
        assertThat(page().locator("vaadin-confirm-dialog[opened]")).containsText(oldest);
        Axe.assertNoViolations(page());
        pressUntilFocused("Tab", "vaadin-button[slot='confirm-button']");
        page().keyboard().press("Enter");
        assertThat(byId("retentionStatus")).containsText("the last one");
        awaitFocus("#btnRetentionSave");

        pressUntilFocused("Shift+Tab", "#btnRetentionOff");
        page().keyboard().press("Enter");
        assertThat(byId("retentionStatus")).containsText("Off");
        awaitFocus("#retentionHeading");
    }

    @Test
    void onANarrowScreenAllIsWithinReach() {
        page().setViewportSize(360, 740);
        open("/backups");
        byId("retentionDetails").locator("summary").click();
        byId("btnRetentionPreview").click();
        assertThat(previewed(oldest)).isVisible();
        assertReachable(page());
        assertThat(byId("retentionFiles").getByRole(AriaRole.ROW)).not().hasCount(0);

        byId("retention-daily").locator("input").fill("10000");
        byId("btnRetentionPreview").click();
        assertThat(byId("retention-daily")).containsText("Enter a whole number from 0 to 9,999");
        awaitFocus("#retention-daily");
        Axe.assertNoViolations(page());
        assertReachable(page());
    }

    private static void assertReachable(Page page) {
        assertThat(page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        for (Locator control : page.locator("#retention :is(vaadin-button, input, summary):visible")
                .all()) {
            var box = control.boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(360);
        }
        Axe.assertNoViolations(page);
    }

    private Locator previewed(String name) {
        return byId("retentionFiles").locator("tr[data-name='" + name + "']");
    }
}

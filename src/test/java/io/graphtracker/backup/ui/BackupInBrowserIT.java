package io.graphtracker.backup.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.HeldBackup;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only a browser shows of Backup DB: roles, focus, shortcuts, busy buttons, other browsers. */
@Thorough
class BackupInBrowserIT extends BrowserTest {

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
    }

    @Test
    void successIsSpokenByTheRegionThatWasThereAndNotByItsCard() {
        openSample();
        openActions();
        assertThat(byId("statusRegion")).hasAttribute("role", "status");
        assertThat(byId("statusRegion")).isEmpty();
        page().evaluate("window.regionAtStart = document.getElementById('statusRegion')");

        byId("btnBackupDBPanel").click();

        assertThat(byId("statusRegion")).containsText("Backup saved");
        assertThat(page().evaluate("window.regionAtStart === document.getElementById('statusRegion')"))
                .isEqualTo(true);
        assertThat(page().locator("vaadin-notification-card")).hasAttribute("role", "none");
    }

    @Test
    void aProblemIsAnAlertThatInterruptsAndTheFocusStaysWhereItWas() throws IOException {
        env("OTHER=1\n");
        openSample();
        openActions();

        byId("btnBackupDBPanel").focus();
        page().keyboard().press("Enter");

        Locator alert = page().locator("vaadin-notification-card[role=alert]");
        assertThat(alert).hasAttribute("aria-live", "assertive");
        assertThat(alert).containsText("Provide BACKUPS_DIR in .env at project root.");
        assertThat(hasFocus("#btnBackupDBPanel")).isTrue();
        assertThat(byId("statusRegion")).isEmpty();

        alert.getByLabel("Close message").focus();
        page().keyboard().press("Enter");
        assertThat(alert).hasCount(0);
        awaitFocus("#btnBackupDBPanel");
    }

    /** The card is the last on the page, so the focus does not come from the button directly. */
    @Test
    void whoeverSetsTheFolderInTheMessageIsBackAtTheButtonAfterwards() throws IOException {
        Files.delete(home().resolve(".env"));
        openSample();
        openActions();
        byId("btnBackupDBPanel").focus();
        page().keyboard().press("Enter");
        assertThat(byId("btnUseFolder")).isVisible();
        pressUntilFocused("Tab", "#btnUseFolder");

        page().keyboard().press("Enter");

        assertThat(byId("statusRegion")).containsText("Backup saved");
        awaitFocus("#btnBackupDBPanel");
        assertThat(byId("btnBackupDBPanel")).isInViewport();
    }

    @Test
    void whileItRunsBothButtonsAreBusyAndThePageStaysUsable() throws Exception {
        openSample();
        openActions();
        backupCheckbox(page()).check();
        assertThat(byId("btnBackupDB")).isVisible();

        try (HeldBackup held = HeldBackup.on(space())) {
            byId("btnBackupDBPanel").click();
            held.awaitReached();

            for (String id : List.of("btnBackupDB", "btnBackupDBPanel")) {
                assertThat(byId(id)).hasAttribute("aria-disabled", "true");
                assertThat(byId(id)).not().hasAttribute("disabled", "");
            }
            assertThat(hasFocus("#btnBackupDBPanel")).isTrue();

            page().keyboard().press("Enter");
            assertThat(byId("statusRegion")).containsText("A backup has been running since");
            byId("tabTask").click();
            assertThat(page().locator("h2", new Page.LocatorOptions().setHasText("Nothing selected")))
                    .isVisible();
        }
        assertThat(byId("statusRegion")).containsText("Backup saved");
        assertThat(byId("btnBackupDB")).hasAttribute("aria-disabled", "false");
    }

    @Test
    void theShortcutWorksWithTheHeaderButtonHiddenAndTheTabNotSelected() {
        openSample();
        assertThat(byId("btnBackupDB")).not().isVisible();

        page().keyboard().press("Alt+Shift+KeyB");

        assertThat(byId("statusRegion")).containsText("Backup saved");
    }

    @Test
    void aToggleShowsInASecondBrowser() {
        ProjectSummary project = openSample();
        Page second = newProfile();
        open(second, "/projects/" + project.id());
        openActions();
        assertThat(second.locator("#btnBackupDB")).not().isVisible();

        backupCheckbox(page()).check();

        assertThat(second.locator("#btnBackupDB")).isVisible();
    }

    @Test
    void aBackupShowsInASecondBrowserToo() {
        ProjectSummary project = openSample();
        Page second = newProfile();
        open(second, "/projects/" + project.id());
        second.locator("#tabActions").click();
        assertThat(second.locator("#lastBackup")).containsText("No backup in the backups folder yet.");

        page().keyboard().press("Alt+Shift+KeyB");

        assertThat(second.locator("#lastBackup")).containsText("Last backup: graph_tracker_");
    }

    @Test
    void theKeyboardAloneLeadsFromTheSkipLinkToAFinishedBackup() throws IOException {
        openSample();
        awaitFocus("h1");

        pressUntilFocused("Shift+Tab", ".skip-link");
        page().keyboard().press("Enter");
        awaitFocus("#main");
        pressUntilFocused("Tab", "#tabTask");
        page().keyboard().press("ArrowRight");
        pressUntilFocused("ArrowRight", "#tabActions");
        page().keyboard().press("Enter");
        assertThat(byId("btnBackupDBPanel")).isVisible();
        pressUntilFocused("Tab", "#btnBackupDBPanel");
        page().keyboard().press("Enter");

        assertThat(byId("statusRegion")).containsText("Backup saved");
        try (Stream<Path> files = Files.list(home().resolve("backups"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".sqlite")))
                    .hasSize(1);
        }
    }

    @Test
    void thePathCanBeCopied() {
        page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        openSample();
        openActions();
        byId("btnBackupDBPanel").click();
        assertThat(byId("lastBackupPath")).containsText("graph_tracker_");

        byId("copyLastBackupPath").click();

        assertThat(byId("statusRegion")).containsText("Path copied.");
        assertThat(page().evaluate("navigator.clipboard.readText()"))
                .isEqualTo(byId("lastBackupPath").textContent());
    }

    @Test
    void theDefaultsComeBack() {
        openSample();
        openActions();
        backupCheckbox(page()).check();
        page().getByLabel("Show Fit in header", new GetByLabelOptions().setExact(true))
                .uncheck();
        assertThat(byId("btnFit")).not().isVisible();

        byId("btnResetActions").click();

        assertThat(byId("btnFit")).isVisible();
        assertThat(byId("btnBackupDB")).not().isVisible();
        assertThat(backupCheckbox(page())).not().isChecked();
    }

    private void openActions() {
        byId("tabActions").click();
        byId("btnBackupDBPanel").waitFor();
    }

    private static Locator backupCheckbox(Page page) {
        return page.getByLabel("Show Backup DB in header", new GetByLabelOptions().setExact(true));
    }
}

package io.graphtracker.backup.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.graphtracker.backup.BackupService;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.HeldBackup;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What only a browser shows of a backup that lasts: the bar's role and name, keyboard and focus, live announcements.
 */
@Import(BackupProgressIT.EndlessContents.class)
@Thorough
class BackupProgressIT extends BrowserTest {

    /** Notes what the status region says, as a screen reader would. */
    private static final String LISTEN = """
            () => {
              window.heard = [];
              const region = document.getElementById('statusRegion');
              new MutationObserver(() => heard.push(region.textContent))
                  .observe(region, {childList: true, characterData: true, subtree: true});
            }
            """;

    @Autowired
    private AtomicBoolean endless;

    @Autowired
    private BackupService backups;

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
        endless.set(true);
    }

    @AfterEach
    void endIt() {
        endless.set(false);
    }

    @Test
    void itIsFollowedAndCancelledWithTheKeyboardAndNothingIsLeft() throws IOException {
        ProjectSummary project = openSample();
        openActions(page());
        Page other = newProfile();
        open(other, "/projects/" + project.id());
        page().evaluate(LISTEN);
        other.evaluate(LISTEN);

        byId("btnBackupDBPanel").focus();
        page().keyboard().press("Enter");

        Locator bar = byId("backupProgress");
        assertThat(bar).hasRole(AriaRole.PROGRESSBAR);
        assertThat(bar).hasAccessibleName("Progress of the backup");
        assertThat(bar).hasAttribute("aria-valuemin", "0");
        assertThat(bar).hasAttribute("aria-valuemax", "100");
        assertThat(bar).hasAttribute("aria-valuenow", Pattern.compile("\\d+"));
        assertThat(byId("backupProgressText")).hasText(Pattern.compile("Checking: \\d+%.*"));
        assertThat(hasFocus("#btnBackupDBPanel")).isTrue();
        assertThat(filesOfBackups()).isNotEmpty();

        pressUntilFocused("Tab", "#btnCancelBackup");
        page().keyboard().press("Enter");
        // by itself it would never end
        assertThat(bar).isHidden();
        assertThat(filesOfBackups()).isEmpty();
        awaitFocus("#btnBackupDBPanel");
        assertThat(page().locator("vaadin-notification-card.message-information"))
                .containsText("The backup was cancelled.");
        assertThat(other.locator("#statusRegion")).hasText("The backup was cancelled.");
        assertThat(other.locator("vaadin-notification-card")).hasCount(0);
        assertThat(heard(page()))
                .containsExactly(
                        "A backup is running.",
                        "The backup was cancelled. Nothing was kept of this backup, and older backups are untouched.");
        assertThat(heard(other)).containsExactly("A backup is running.", "The backup was cancelled.");
    }

    @Test
    void theFocusOfWhoIsElsewhereStaysThere() {
        openSample();
        openActions(page());
        byId("btnBackupDBPanel").click();
        assertThat(byId("backupProgress")).isVisible();
        byId("tabActions").focus();

        byId("btnCancelBackup").evaluate("button => button.click()");

        assertThat(byId("backupProgress")).isHidden();
        assertThat(byId("statusRegion")).containsText("The backup was cancelled.");
        assertThat(hasFocus("#tabActions")).isTrue();
    }

    /** On a narrow screen, which has the least room. */
    @Test
    void axeFindsNothingWhileItRunsAndWhileItIsCancelled() {
        endless.set(false);
        ProjectSummary project = openSample();
        Page page = page();
        page.setViewportSize(320, 640);
        open(page, "/projects/" + project.id());
        openActions(page);
        Locator cancel = page.locator("#btnCancelBackup");
        try (HeldBackup held = HeldBackup.on(space())) {
            page.locator("#btnBackupDBPanel").click();
            held.awaitReached();
            assertThat(page.locator("#backupProgress")).isVisible();
            Axe.assertNoViolations(page);
            assertNoSidewaysScrolling(page);

            cancel.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#backupProgressText")).hasText("Cancelling…");
            assertThat(cancel).hasAttribute("aria-disabled", "true");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("btnCancelBackup");
            Axe.assertNoViolations(page);
            assertNoSidewaysScrolling(page);
        }
        assertThat(page.locator("#backupProgress")).isHidden();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("btnBackupDBPanel");
    }

    @Test
    void theFocusIsOnTheUploadButtonAfterTheCheckOfAnUploadWasCancelled(@TempDir Path folder) throws IOException {
        openSample();
        endless.set(false);
        Path copy = Files.copy(backups.backUp("local").file(), folder.resolve("copy.sqlite"));
        endless.set(true);
        open("/backups");
        page().waitForFileChooser(() -> byId("btnUploadBackup").click()).setFiles(copy);

        Locator cancel = page().locator(".upload-check vaadin-button");
        cancel.focus();
        cancel.press("Enter");

        assertThat(byId("statusRegion")).containsText("The check was cancelled. Nothing was kept of it.");
        assertThat(page().locator(".upload-check")).hasCount(0);
        assertThat(byId("btnUploadBackup")).isFocused();
    }

    private static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private static void openActions(Page page) {
        page.locator("#tabActions").click();
        page.locator("#btnBackupDBPanel").waitFor();
    }

    private static List<String> heard(Page page) {
        return ((List<?>) page.evaluate("heard")).stream().map(String::valueOf).toList();
    }

    /** All but the lock, which stays. */
    private List<Path> filesOfBackups() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("backups"))) {
            return files.filter(file -> file.getFileName().toString().contains(".sqlite"))
                    .toList();
        }
    }

    /** A copy whose contents are so many that nobody ever has counted them. */
    @TestConfiguration
    static class EndlessContents {

        @Bean
        AtomicBoolean endless() {
            return new AtomicBoolean();
        }

        @Bean
        DatabaseContents endlessContents(AtomicBoolean endless) {
            return connection -> {
                if (endless.get()) {
                    countForEver(connection.createStatement());
                }
                return new LinkedHashMap<>();
            };
        }

        private static void countForEver(Statement statement) throws SQLException {
            try (statement) {
                statement.executeQuery("with recursive number(n) as (select 1 union all select n + 1 from number)"
                        + " select max(n) from number");
            }
        }
    }
}

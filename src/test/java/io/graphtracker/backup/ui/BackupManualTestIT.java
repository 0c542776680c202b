package io.graphtracker.backup.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.DatabaseRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The manual test of docs/features/database-backup-action.md, step by step; step 9 is {@link BackupOnPostgresqlIT}. */
class BackupManualTestIT extends BrowserTest {

    private static final Pattern SAVED =
            Pattern.compile("Backup saved: backups/graph_tracker_\\d{8}_\\d{6}(_\\d+)?\\.sqlite \\(.* kB\\)\\..*");

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
    }

    @Test
    @DisplayName("1: with a .env that names a folder, Settings says which folder that is")
    void step1() {
        openSample();
        byId("tabSettings").click();

        assertThat(byId("backupsFolder")).containsText(home().resolve("backups").toString());
        assertThat(byId("backupsFolder")).containsText("will be made by the next backup");
    }

    @Test
    @DisplayName("2: a project's page opens")
    void step2() {
        String name = openSample().name();

        assertThat(page().locator("h1")).hasText(name);
        assertThat(byId("tabTask")).isVisible();
    }

    @Test
    @DisplayName("3: the Actions tab opens")
    void step3() {
        openSample();
        openActions();

        assertThat(byId("btnFitPanel")).isVisible();
    }

    @Test
    @DisplayName("4: it has a row Backup DB, which the header does not show")
    void step4() {
        openSample();
        openActions();

        assertThat(byId("btnBackupDBPanel")).hasAccessibleName("Backup DB");
        assertThat(checkbox()).not().isChecked();
        assertThat(byId("btnBackupDB")).not().isVisible();
        assertThat(byId("btnFit")).isVisible();
    }

    @Test
    @DisplayName("5: a click makes a backup, says where it is, and it holds what the database holds")
    void step5() throws Exception {
        openSample();
        openActions();

        byId("btnBackupDBPanel").click();

        assertThat(byId("statusRegion")).hasText(SAVED);
        assertThat(page().locator("vaadin-notification-card")).containsText("Backup saved: backups/");
        Path backup = onlyBackup();
        assertSameRows(backup);
        assertThat(byId("lastBackup")).containsText(backup.getFileName().toString());
        assertThat(byId("lastBackupPath")).hasText(backup.toString());
    }

    @Test
    @DisplayName("6: shown in the header, the button does the same there")
    void step6() throws Exception {
        openSample();
        openActions();

        checkbox().check();
        assertThat(byId("btnBackupDB")).isVisible();
        byId("btnBackupDB").click();

        assertThat(byId("statusRegion")).hasText(SAVED);
        assertSameRows(onlyBackup());
    }

    @Test
    @DisplayName("7: the choice survives a reload, and can be taken back")
    void step7() {
        openSample();
        openActions();
        checkbox().check();
        assertThat(byId("btnBackupDB")).isVisible();

        page().reload();

        assertThat(byId("btnBackupDB")).isVisible();
        assertThat(checkbox()).isChecked();
        checkbox().uncheck();
        assertThat(byId("btnBackupDB")).not().isVisible();
    }

    @Test
    @DisplayName("8: with BACKUPS_DIR blank, it says what to put into .env, and stays until closed")
    void step8() throws IOException {
        env("BACKUPS_DIR=   \n");
        openSample();
        openActions();

        byId("btnBackupDBPanel").click();

        Locator alert = page().locator("vaadin-notification-card[role=alert]");
        assertThat(alert).containsText("Provide BACKUPS_DIR in .env at project root.");
        assertThat(alert).containsText("BACKUPS_DIR=backups");
        assertThat(alert.getByLabel("Folder for backups")).hasValue("backups");
        assertThat(byId("lastBackupSummary")).hasText("No folder for backups is set yet.");
        alert.getByLabel("Close message").click();
        assertThat(alert).hasCount(0);
    }

    private void openActions() {
        byId("tabActions").click();
        byId("btnBackupDBPanel").waitFor();
    }

    private Locator checkbox() {
        return page().getByLabel("Show Backup DB in header", new Page.GetByLabelOptions().setExact(true));
    }

    private Path onlyBackup() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("backups"))) {
            List<Path> backups =
                    files.filter(file -> file.toString().endsWith(".sqlite")).toList();
            assertThat(backups).hasSize(1);
            return backups.getFirst();
        }
    }

    private void assertSameRows(Path backup) throws SQLException {
        assertThat(DatabaseRows.of(backup)).isEqualTo(DatabaseRows.of(home().resolve("instance/graph_tracker.db")));
        assertThat(DatabaseRows.of(backup).get("node")).hasSizeGreaterThan(20);
    }
}

package io.graphtracker.settings;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.JdbcTemplate;

/** The facts in the Settings tab that a user needs to trust the backups. */
class SettingsPanelViewTest extends ProjectPageTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Texts texts;

    @Autowired
    private BackupService backups;

    @Autowired
    private CatalogService catalog;

    @Autowired
    private BuildProperties build;

    @Test
    void itsSectionsAreInOrder() {
        open();

        assertThat(_find(panel(), H2.class))
                .extracting(H2::getText)
                .containsExactly("Database", "Backups", "Appearance", "About");
        assertThat(terms())
                .containsExactly(
                        "Engine",
                        "File",
                        "Size",
                        "Folder",
                        "Free space there",
                        "Next backup",
                        "Last backup",
                        "Version",
                        "Third-party licences");
    }

    @Test
    void nothingIsLookedUpBeforeItIsOpened() {
        AtomicInteger looked = new AtomicInteger();
        SettingsPanel panel = new SettingsPanel(List.of(counted(looked)), texts);
        assertThat(looked).hasValue(0);

        panel.refresh();

        assertThat(looked).hasValue(1);
    }

    @Test
    void itIsFilledWhereItIsTheTabThatWasChosenBefore() {
        open();

        newSession();
        openProject();

        assertThat(_find(panel(), H2.class)).hasSize(4);
    }

    private static SettingsSection counted(AtomicInteger looked) {
        return new SettingsSection() {
            @Override
            public String titleKey() {
                return "settings.about";
            }

            @Override
            public Component content() {
                looked.incrementAndGet();
                return new Div();
            }
        };
    }

    @Test
    void itNamesTheDatabaseAndItsSize() throws IOException {
        open();

        // with nothing left in the log, all of it is in the file
        jdbc.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        Path file = home().resolve("instance/graph_tracker.db");
        assertThat(fact("databaseEngine")).isEqualTo("SQLite");
        assertThat(fact("databaseFile")).isEqualTo(file.toString());
        assertThat(fact("databaseSize")).isEqualTo(ByteSize.format(Files.size(file)));
    }

    @Test
    void itNamesTheVersion() {
        open();

        assertThat(fact("applicationVersion")).isEqualTo(build.getVersion());
    }

    @Test
    void aFolderThatIsThere() throws IOException {
        Path folder = Files.createDirectory(home().resolve("backups"));
        env("BACKUPS_DIR=backups\n");
        space().answer(() -> 5_300_000_000L);

        open();

        assertThat(fact("backupsFolder")).isEqualTo(folder.toString());
        assertThat(fact("backupsFreeSpace")).isEqualTo("5.3 GB");
    }

    @Test
    void aFolderThatTheNextBackupWillMake() throws IOException {
        env("BACKUPS_DIR=backups/of/mine\n");
        space().answer(() -> 5_300_000_000L);

        open();

        assertThat(fact("backupsFolder"))
                .isEqualTo(home().resolve("backups/of/mine") + " (will be made by the next backup)");
        assertThat(fact("backupsFreeSpace")).isEqualTo("5.3 GB");
        assertThat(home().resolve("backups")).doesNotExist();
    }

    @Test
    void freeSpaceThatCannotBeTold() throws IOException {
        env("BACKUPS_DIR=backups\n");
        space().answer(() -> {
            throw new IOException("no answer");
        });

        open();

        assertThat(fact("backupsFreeSpace")).isEqualTo("Unknown");
    }

    @Test
    void withoutAFolderItSaysSo() {
        open();

        assertThat(fact("backupsFolder")).isEqualTo("Not set");
        assertThat(fact("backupsFreeSpace")).isEqualTo("Unknown");
        assertThat(fact("lastBackupFact")).isEqualTo("None");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OTHER=1                | Not set",
                "BACKUPS_DIR=           | Not set",
                "BACKUPS_DIR=\"  \"       | Not set",
                "BACKUPS_DIR=\"b         | Line 1 of .env has a quote that is not closed.",
                "BACKUPS_DIR=.env       | The backups folder .env cannot be used: it is a file.",
                "BACKUPS_DIR=.env/below | The backups folder .env/below cannot be used:"
                        + " it does not exist and could not be created.",
                "BACKUPS_DIR=~/b        | The backups folder ~/b cannot be used:"
                        + " “~” is not replaced by your home folder here.",
            })
    void aSettingThatNamesNoFolder(String line, String says) throws IOException {
        env(line + "\n");

        open();

        assertThat(fact("backupsFolder")).isEqualTo(says);
        assertThat(fact("backupsFreeSpace")).isEqualTo("Unknown");
    }

    @Test
    void theLastBackupAlsoWhileItIsOpen() throws IOException {
        env("BACKUPS_DIR=backups\n");
        open();
        assertThat(fact("lastBackupFact")).isEqualTo("No backup in the backups folder yet.");

        Path file = backups.backUp("local").file();
        settle();

        assertThat(fact("lastBackupFact")).isEqualTo(file.getFileName().toString());
        assertThat(fact("backupsFolder")).isEqualTo(file.getParent().toString());
    }

    @Test
    void allThatIsKnownOfTheLastBackup() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Backup backup = backups.backUp("local");
        open();

        assertThat(terms())
                .containsSubsequence(
                        "Last backup",
                        "Full path",
                        "Size",
                        "Started",
                        "Kind",
                        "Contents",
                        "SHA-256",
                        "Verified",
                        "Duration",
                        "Schema version",
                        "Made by version")
                .doesNotContain("Details");
        assertThat(fact("lastBackupFact")).isEqualTo(backup.file().getFileName().toString());
        assertThat(fact("lastBackupFullPath")).isEqualTo(backup.file().toString());
        assertThat(fact("lastBackupSize")).isEqualTo(ByteSize.format(Files.size(backup.file())));
        assertThat(fact("lastBackupTime")).isEqualTo(Times.toTheSecond(backup.createdAt()));
        assertThat(fact("lastBackupKind")).isEqualTo("Manual");
        assertThat(fact("lastBackupContents")).isEqualTo("1 project, no tasks, no dependencies");
        assertThat(fact("lastBackupSha256")).isEqualTo(backup.sha256());
        assertThat(_find(byId(Description.class, "lastBackupSha256"), Code.class))
                .hasSize(1);
        assertThat(fact("lastBackupProven"))
                .isEqualTo(Times.toTheSecond(
                        backup.manifest().provenAt().atZone(backup.manifest().zone())));
        assertThat(fact("lastBackupDuration")).matches("\\d+\\.\\d s");
        assertThat(fact("lastBackupSchema")).isEqualTo(backup.manifest().schemaVersion());
        assertThat(fact("lastBackupApplication")).isEqualTo(build.getVersion());
    }

    @Test
    void aFileThatWasPutThereByHandHasNoDetailsAndNoEmptyRows() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Path made = backups.backUp("local").file();
        Files.move(made, made.resolveSibling("graph_tracker_20200101_000000.sqlite"));
        open();

        assertThat(terms())
                .containsSubsequence("Last backup", "Full path", "Size", "Started", "Details")
                .doesNotContain("Kind", "Contents", "SHA-256", "Verified", "Duration", "Schema version")
                .doesNotContain("Made by version");
        assertThat(fact("lastBackupNoDetails")).isEqualTo("No details: not made by this version.");
        assertThat(fact("lastBackupFact")).isEqualTo("graph_tracker_20200101_000000.sqlite");
        assertThat(_find(panel(), Description.class))
                .allSatisfy(fact ->
                        assertThat(fact.getElement().getTextRecursively()).isNotBlank());
    }

    @Test
    void aDamagedBackupIsNotTheLastOne() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Path older = backups.backUp("local").file();
        Path newest = backups.backUp("local").file();
        open();
        assertThat(fact("lastBackupFact")).isEqualTo(newest.getFileName().toString());

        damage(newest);
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> catalog.verify(newest.getFileName().toString(), "local"));
        settle();
        assertThat(fact("lastBackupFact")).isEqualTo(older.getFileName().toString());

        damage(older);
        selectTab("tabTask");
        open();
        assertThat(fact("lastBackupFact")).isEqualTo("Every backup of this database in the backups folder is damaged.");
    }

    private static void damage(Path backup) throws IOException {
        Files.write(backup, Arrays.copyOf(Files.readAllBytes(backup), 100));
    }

    @Test
    void aManifestThatCountsWhatThisVersionDoesNotKnowIsShownWithoutIt() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Path manifest = backups.backUp("local").file();
        manifest = manifest.resolveSibling(manifest.getFileName() + ".json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"nodes\"", "\"comments\""));
        open();

        assertThat(fact("lastBackupContents")).isEqualTo("1 project, no dependencies");
    }

    @Test
    void aGoodFolderHasNoWarnings() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Files.setPosixFilePermissions(
                Files.createDirectory(home().resolve("backups")), PosixFilePermissions.fromString("rwx------"));
        open();

        assertThat(isShown("backupsBesideDatabase")).isFalse();
        assertThat(isShown("backupsOpenToOthers")).isFalse();
    }

    @Test
    void aFolderThatIsABadChoiceIsWarnedOf() throws IOException {
        env("BACKUPS_DIR=instance\n");
        Path folder = home().resolve("instance");
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            open();

            assertThat(warning("backupsBesideDatabase"))
                    .startsWith("The database is in this folder, too")
                    .contains("on another disk");
            assertThat(warning("backupsOpenToOthers"))
                    .startsWith("Other users of this machine have access to this folder.")
                    .endsWith("chmod 700 '" + folder + "'");
            assertThat(_find(byId(Paragraph.class, "backupsOpenToOthers"), Icon.class))
                    .hasSize(1);
        } finally {
            Files.setPosixFilePermissions(folder, before);
        }
    }

    private static String warning(String id) {
        return byId(Paragraph.class, id).getElement().getTextRecursively();
    }

    private static List<String> terms() {
        return _find(panel(), Term.class).stream().map(Term::getText).toList();
    }

    @Test
    void whatWasCorrectedShowsWhenItIsOpenedAgain() throws IOException {
        open();
        assertThat(fact("backupsFolder")).isEqualTo("Not set");

        env("BACKUPS_DIR=backups\n");
        selectTab("tabTask");
        selectTab("tabSettings");

        assertThat(fact("backupsFolder")).startsWith(home().resolve("backups").toString());
    }

    private void open() {
        selectTab("tabSettings");
    }

    private static Component panel() {
        return _get(SettingsPanel.class);
    }

    private static String fact(String id) {
        return byId(Description.class, id).getElement().getTextRecursively();
    }
}

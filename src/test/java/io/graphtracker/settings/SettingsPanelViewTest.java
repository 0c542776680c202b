package io.graphtracker.settings;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.graphtracker.backup.BackupService;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a person can know from the Settings tab before trusting the backups. */
class SettingsPanelViewTest extends ProjectPageTest {

    private static final String PROVIDE = "Provide BACKUPS_DIR in .env at project root.";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Texts texts;

    @Autowired
    private BackupService backups;

    @Autowired
    private BuildProperties build;

    @Test
    void itsSectionsAreInOrder() {
        open();

        assertThat(_find(panel(), H2.class))
                .extracting(H2::getText)
                .containsExactly("Database", "Backups", "Appearance", "About");
        assertThat(_find(panel(), Term.class))
                .extracting(Term::getText)
                .containsExactly("Engine", "File", "Size", "Folder", "Free space there", "Last backup", "Version");
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

        assertThat(fact("backupsFreeSpace")).isEqualTo("Not known");
    }

    @Test
    void withoutAnEnvFileItSaysWhatIsMissing() {
        open();

        assertThat(fact("backupsFolder")).isEqualTo(PROVIDE);
        assertThat(fact("backupsFreeSpace")).isEqualTo("Not known");
        assertThat(fact("lastBackupFact")).isEqualTo("Last backup: not known. " + PROVIDE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OTHER=1                | Provide BACKUPS_DIR in .env at project root.",
                "BACKUPS_DIR=           | Provide BACKUPS_DIR in .env at project root.",
                "BACKUPS_DIR=\"  \"       | Provide BACKUPS_DIR in .env at project root.",
                "BACKUPS_DIR=\"b         | Line 1 of .env has a quote that is not closed.",
                "BACKUPS_DIR=.env       | The backups folder .env cannot be used: it is a file.",
                "BACKUPS_DIR=.env/below | The backups folder .env/below cannot be used: it is not there and could not be made.",
                "BACKUPS_DIR=~/b        | The backups folder ~/b cannot be used: “~” is not replaced by your home folder here.",
            })
    void aSettingThatNamesNoFolder(String line, String says) throws IOException {
        env(line + "\n");

        open();

        assertThat(fact("backupsFolder")).isEqualTo(says);
        assertThat(fact("backupsFreeSpace")).isEqualTo("Not known");
    }

    @Test
    void theLastBackupAlsoWhileItIsOpen() throws IOException {
        env("BACKUPS_DIR=backups\n");
        open();
        assertThat(fact("lastBackupFact")).isEqualTo("No backup in the backups folder yet.");

        Path file = backups.backUp().file();
        settle();

        assertThat(fact("lastBackupFact"))
                .matches(file.getFileName() + ", \\d+\\.\\d kB, \\d{1,2} \\w{3} \\d{4}, \\d\\d:\\d\\d:\\d\\d");
        assertThat(fact("backupsFolder")).isEqualTo(file.getParent().toString());
    }

    @Test
    void whatWasCorrectedShowsWhenItIsOpenedAgain() throws IOException {
        open();
        assertThat(fact("backupsFolder")).isEqualTo(PROVIDE);

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

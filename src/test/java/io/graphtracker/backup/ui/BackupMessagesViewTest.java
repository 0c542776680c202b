package io.graphtracker.backup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The message after a click on Backup DB in every case of the contract's table but two: a backup that is running
 * ({@link BackupBusyViewTest}), and a database that is not SQLite ({@link UnsupportedDatabaseViewTest}).
 */
@ExtendWith(OutputCaptureExtension.class)
class BackupMessagesViewTest extends ProjectPageTest {

    private static final String PROVIDE = "Provide BACKUPS_DIR in .env at project root.";

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void openActionsTab() {
        selectTab("tabActions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"btnBackupDBPanel", "btnBackupDB"})
    void done(String button) throws IOException {
        env("BACKUPS_DIR=backups\n");
        _setValue(byId(Checkbox.class, "btnBackupDBShowInHeader"), true);
        settle();

        ShownMessage message = backUp(button);

        assertThat(message.kind()).isEqualTo(Kind.SUCCESS);
        assertThat(message.text())
                .matches("Backup saved: backups/graph_tracker_\\d{8}_\\d{6}\\.sqlite \\(\\d+\\.\\d kB\\)\\.");
        assertThat(message.assertive()).isFalse();
        assertThat(message.stays()).isFalse();
        assertThat(message.durationMillis()).isGreaterThanOrEqualTo(6_000);
        assertThat(ShownMessage.spokenPolitely()).isEqualTo(message.text() + " " + message.hint());
    }

    @Test
    void aPathOutsideTheProjectRootIsShortenedInTheMiddle() throws IOException {
        Path outside = home().resolveSibling(home().getFileName() + "-outside");
        Path folder = outside.resolve("a-folder-with-a-rather-long-name/and-another-one/backups");
        env("BACKUPS_DIR=" + folder + "\n");
        try {
            assertThat(backUp().text()).contains("…").contains("/backups/graph_tracker_");
        } finally {
            FileSystemUtils.deleteRecursively(outside);
        }
    }

    @Test
    void aFaultOfTheDatabaseItselfIsAWarningThatSaysWhatToDo() throws Exception {
        env("BACKUPS_DIR=backups\n");
        try (var live = DriverManager.getConnection("jdbc:sqlite:" + home().resolve("instance/graph_tracker.db"));
                var statement = live.createStatement()) {
            statement.execute("CREATE VIEW mine AS SELECT 1");
            ShownMessage message;
            try {
                message = backUp();
            } finally {
                statement.execute("DROP VIEW mine");
            }

            assertThat(message.text()).startsWith("Backup saved: ").contains("cannot be restored", "“mine”");
            assertThat(message.hint()).contains("DROP VIEW");
            assertWarning(message, message.text());
        }
    }

    @Test
    void withoutAnEnvFile() {
        ShownMessage message = backUp();

        assertWarning(message, PROVIDE);
        assertThat(message.hint())
                .contains("copy .env.example to .env")
                .contains("BACKUPS_DIR=backups")
                .contains("no restart is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTHER=1", "BACKUPS_DIR=", "BACKUPS_DIR=\"   \"", "BACKUPS_DIR=   # backups"})
    void withoutAFolderInIt(String line) throws IOException {
        env(line + "\n");

        ShownMessage message = backUp();

        assertWarning(message, PROVIDE);
        assertThat(message.hint()).contains(".env").contains("for example BACKUPS_DIR=backups");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PASSWORD=\"s3cret           | has a quote that is not closed",
                "PASSWORD=s3cret\"           | ends with a quote that was not opened",
                "PASSWORD=\"s3cret\" s3cret  | has text after the closing quote",
                "PASSWORD s3cret             | is not of the form NAME=value",
                "PASS\u0007WORD=s3cret       | has a control character",
            })
    void aMalformedLineIsNamedByItsNumberAndNeverShown(String line, String fault) throws IOException {
        env("BACKUPS_DIR=backups\n" + line + "\n");

        ShownMessage message = backUp();

        assertWarning(message, "Line 2 of .env " + fault + ".");
        assertThat(message.hint()).contains(".env.example").contains("no restart is needed");
        assertThat(message.text() + message.hint()).doesNotContain("s3cret");
        assertThat(home().resolve("backups")).doesNotExist();
    }

    @Test
    void anEnvFileThatIsNotUtf8() throws IOException {
        Files.write(home().resolve(".env"), new byte[] {'A', '=', 'b', '\n', 'B', '=', (byte) 0xff, '\n'});

        assertWarning(backUp(), "Line 2 of .env has characters that are not UTF-8.");
    }

    @Test
    void anEnvFileThatIsAFolder() throws IOException {
        Files.createDirectory(home().resolve(".env"));

        assertWarning(backUp(), "The settings file .env cannot be read: it is a folder.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".env            | .env            | it is a file",
                ".env/below      | .env/below      | it does not exist and could not be created",
                "~/backups       | ~/backups       | “~” is not replaced by your home folder here",
                "'${HOME}/b'     | '${HOME}/b'     | variables and commands are not replaced here",
                "C:\\backups     | C:\\backups     | that is a Windows path, and this is not Windows",
                "//server/share  | //server/share  | that is a Windows path, and this is not Windows",
            })
    void aFolderThatCannotBeUsed(String value, String shown, String why) throws IOException {
        env("BACKUPS_DIR=" + value + "\n");

        ShownMessage message = backUp();

        assertWarning(message, "The backups folder " + shown + " cannot be used: " + why + ".");
        assertThat(message.hint()).contains("Set BACKUPS_DIR in .env").contains("BACKUPS_DIR=backups");
    }

    @Test
    void tooLittleSpace() throws IOException {
        env("BACKUPS_DIR=backups\n");
        space().answer(() -> 4_096);

        ShownMessage message = backUp();

        assertError(message);
        assertThat(message.text())
                .matches("There is too little space: a backup needs \\d\\.\\d MB, and 4\\.1 kB are free on .+\\.");
        assertUntouched(message);
    }

    @Test
    void aMissingDatabase() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Path aside = moveDatabaseAside();
        try {
            ShownMessage message = backUp();

            assertError(message);
            assertThat(message.text())
                    .isEqualTo(
                            "The database file instance/graph_tracker.db is missing, so there is nothing to back up.");
            assertThat(message.hint()).contains("Nothing was written").contains("older backups are untouched");
        } finally {
            Files.move(aside, database());
        }
    }

    @Test
    void aDatabaseWhoseCopyFailsItsCheck() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Path aside = moveDatabaseAside();
        Files.writeString(database(), "This is not a database. ".repeat(200));
        try {
            ShownMessage message = backUp();

            assertError(message);
            assertThat(message.text()).isEqualTo("The database is damaged, so it cannot be copied.");
            assertUntouched(message);
        } finally {
            Files.delete(database());
            Files.move(aside, database());
        }
    }

    @Test
    void whatNobodyForesawHasAnIdAndNoDetails(CapturedOutput log) throws IOException {
        env("BACKUPS_DIR=backups\n");
        space().answer(() -> {
            throw new IllegalStateException("the inner works");
        });

        ShownMessage message = backUp();

        assertError(message);
        assertThat(message.text()).matches(".* unexpectedly \\(error [0-9a-f]{8}\\)\\.");
        String id = message.text().replaceFirst(".*\\(error (\\w+)\\).*", "$1");
        assertThat(message.hint()).contains("See the server log for error " + id);
        assertThat(message.text() + message.hint())
                .doesNotContain("inner works")
                .doesNotContain("IllegalState");
        assertUntouched(message);
        assertThat(log).contains("error id " + id).contains("the inner works");
    }

    @Test
    void anEnvFileThatWasCorrectedNeedsNoRestart() throws IOException {
        assertWarning(backUp(), PROVIDE);
        _click(ShownMessage.only().close());
        env("BACKUPS_DIR=backups\n");

        assertThat(backUp().kind()).isEqualTo(Kind.SUCCESS);
    }

    private ShownMessage backUp() {
        return backUp("btnBackupDBPanel");
    }

    private ShownMessage backUp(String button) {
        _click(byId(Button.class, button));
        settle();
        return ShownMessage.only();
    }

    private static void assertWarning(ShownMessage message, String text) {
        assertThat(message.text()).isEqualTo(text);
        assertThat(message.kind()).isEqualTo(Kind.WARNING);
        assertStays(message);
    }

    private static void assertError(ShownMessage message) {
        assertThat(message.kind()).as(message.text()).isEqualTo(Kind.ERROR);
        assertStays(message);
    }

    private static void assertStays(ShownMessage message) {
        assertThat(message.assertive()).isTrue();
        assertThat(message.stays()).isTrue();
        assertThat(message.close().getAriaLabel()).contains("Close message");
        assertThat(ShownMessage.spokenPolitely()).isEmpty();
    }

    private static void assertUntouched(ShownMessage message) {
        assertThat(message.hint()).contains("Nothing was kept of this backup, and older backups are untouched.");
        assertThat(home().resolve("backups")).isDirectoryNotContaining("glob:**graph_tracker_*");
    }

    /** Moves the database away with its log: a small database would otherwise be read from the log. */
    private Path moveDatabaseAside() throws IOException {
        jdbc.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return Files.move(database(), database().resolveSibling("aside.db"));
    }

    private static Path database() {
        return home().resolve("instance/graph_tracker.db");
    }
}

package io.graphtracker.backup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Choosing the folder for backups, in the message of the first backup and on the Backups page. */
class FolderFormViewTest extends ProjectPageTest {

    @Autowired
    private AuditLog auditLog;

    @Test
    void theFirstBackupAsksForTheFolderAndGoesOn() throws IOException {
        backUp();
        assertThat(ShownMessage.only().text()).isEqualTo("Provide BACKUPS_DIR in .env at project root.");
        assertThat(field().getValue()).isEqualTo("backups");
        assertThat(field().getHelperText()).startsWith(folder() + " (").endsWith(" free)");
        assertThat(folder()).doesNotExist();

        use();

        assertThat(envFile()).hasContent("BACKUPS_DIR=\"backups\"\n");
        assertThat(folder()).isDirectoryContaining("glob:**.sqlite");
        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.SUCCESS);
    }

    @Test
    void theBackupsPageAsksForTheFolderAndGoesOn() throws Exception {
        env("# mine\nOTHER=1\n");
        UI.getCurrent().navigate("backups");
        settle();
        assertThat(isShown("btnBackupNow")).isFalse();
        _setValue(field(), "  my backups ");

        use();

        assertThat(envFile()).hasContent("# mine\nOTHER=1\nBACKUPS_DIR=\"my backups\"\n");
        assertThat(home().resolve("my backups")).isDirectoryContaining("glob:**.sqlite");
        assertThat(auditLog.latest(5))
                .filteredOn(entry -> entry.kind() == AuditEntryKind.FOLDER_SET)
                .extracting(AuditEntry::user, AuditEntry::detail)
                .contains(tuple("local", home().resolve("my backups").toString()));
        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.SUCCESS);
        assertThat(isShown(FolderForm.FIELD_ID)).isFalse();
        assertThat(isShown("btnBackupNow")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~/b                          | ~/b cannot be used: “~” is not replaced by your home folder here.",
                "smb://nas/x                  | smb://nas/x cannot be used: that is an address",
                "instance/graph_tracker.db    | cannot be used: it is a file.",
                ".env                         | cannot be used: it is a file.",
                ".env/backups                 | cannot be used: it is a file.",
                "instance/graph_tracker.db/b  | cannot be used: it does not exist and could not be created.",
                "a\"'#b                        | cannot be written into .env, because of the quotes",
            })
    void aFolderThatCannotBeUsedIsToldBeforeTheClick(String value, String problem) {
        backUp();

        _setValue(field(), value);
        settle();
        assertThat(field().isInvalid()).isTrue();
        assertThat(field().getErrorMessage()).contains(problem);
        assertThat(field().getHelperText()).startsWith("Enter a full path");

        use();
        assertThat(field().isInvalid()).isTrue();
        assertThat(envFile()).doesNotExist();

        _setValue(field(), "backups");
        settle();
        assertThat(field().isInvalid()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeMadeIsNotWrittenIntoTheSettings() {
        backUp();
        _setValue(field(), "/proc/graph-tracker");

        use();

        assertThat(field().getErrorMessage()).contains("/proc/graph-tracker cannot be used");
        assertThat(envFile()).doesNotExist();
    }

    @Test
    void theFolderOfTheDatabaseIsABadChoice() {
        backUp();

        _setValue(field(), "instance");
        settle();

        assertThat(field().getHelperText()).contains("The database is in this folder");
    }

    @Test
    void anEmptyFieldIsRefused() {
        backUp();
        _setValue(field(), " ");

        use();

        assertThat(field().getErrorMessage()).isEqualTo("Enter a folder.");
        assertThat(envFile()).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSettingsFileThatCannotBeChangedIsToldBeforeTheClick() throws IOException {
        Path target = home().resolve("shared-settings");
        Files.writeString(target, "OTHER=1\n");
        Files.createSymbolicLink(envFile(), target);

        backUp();
        assertThat(field().getErrorMessage())
                .isEqualTo("The settings file .env is a link to another file, so it was not changed.");
        use();

        assertThat(field().getErrorMessage()).endsWith("Then try again; no restart is needed.");
        assertThat(target).hasContent("OTHER=1\n");
        assertThat(envFile()).isSymbolicLink();
        Files.delete(envFile());
        Files.delete(target);
    }

    @Test
    void whatSomebodyElseSetMeanwhileIsNotReplaced() throws IOException {
        backUp();
        env("BACKUPS_DIR=theirs\n");

        use();

        assertThat(field().getErrorMessage()).startsWith("A folder for backups is already set in .env.");
        assertThat(folder()).doesNotExist();
        assertThat(envFile()).hasContent("BACKUPS_DIR=theirs\n");
    }

    private void backUp() {
        selectTab("tabActions");
        _click(byId(Button.class, "btnBackupDBPanel"));
        settle();
    }

    private void use() {
        _click(byId(Button.class, "btnUseFolder"));
        settle();
        settle();
    }

    private static TextField field() {
        return byId(TextField.class, FolderForm.FIELD_ID);
    }

    private static Path envFile() {
        return home().resolve(".env");
    }

    private static Path folder() {
        return home().resolve("backups");
    }
}

package io.graphtracker.backup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.BackupService;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ProjectPageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The last backup and the last failure below the action's button, which remain when the message is gone. */
class BackupRowViewTest extends ProjectPageTest {

    @Autowired
    private BackupService backups;

    /** A success clears a failure of an earlier test. */
    @BeforeEach
    void openActionsTab() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Path made = backups.backUp("local").file();
        Files.delete(made);
        selectTab("tabActions");
    }

    @Test
    void withoutABackupItSaysSo() {
        assertThat(summary()).isEqualTo("No backup in the backups folder yet.");
        assertThat(isShown("lastBackupPath")).isFalse();
        assertThat(isShown("copyLastBackupPath")).isFalse();
        assertThat(isShown("lastBackupFailure")).isFalse();
    }

    @Test
    void itStandsInTheRowOfItsAction() {
        ListItem row = _get(
                ListItem.class,
                spec -> spec.withPredicate(item -> item.getChildren()
                        .anyMatch(child ->
                                child.getId().filter("lastBackup"::equals).isPresent())));

        assertThat(_get(row, Button.class, spec -> spec.withId("btnBackupDBPanel")))
                .isNotNull();
    }

    @Test
    void aSuccessLeavesNameSizeTimeAndTheFullPath() throws IOException {
        backUp();

        Path file = onlyBackup();
        assertThat(summary())
                .matches("Last backup: " + file.getFileName() + ", \\d+\\.\\d kB,"
                        + " \\d{1,2} \\w{3} \\d{4}, \\d\\d:\\d\\d:\\d\\d");
        assertThat(byId(Code.class, "lastBackupPath").getText()).isEqualTo(file.toString());
        assertThat(byId(Button.class, "copyLastBackupPath").getAriaLabel())
                .contains("Copy the full path of the last backup");
        assertThat(isShown("lastBackupFailure")).isFalse();
    }

    @Test
    void aFailureIsKeptUntilTheNextSuccess() throws IOException {
        env("BACKUPS_DIR=~/b\n");
        backUp();
        assertThat(byId(Paragraph.class, "lastBackupFailure").hasClassName("last-backup-failure"))
                .isTrue();
        assertThat(failure())
                .matches("Backup failed on .*\\d\\d:\\d\\d:\\d\\d:"
                        + " The backups folder ~/b cannot be used: “~” is not replaced by your home folder here\\.");

        newSession();
        openProject();
        selectTab("tabActions");
        assertThat(failure()).startsWith("Backup failed on ");

        env("BACKUPS_DIR=backups\n");
        backUp();
        assertThat(isShown("lastBackupFailure")).isFalse();
        assertThat(summary()).startsWith("Last backup: graph_tracker_");
    }

    @Test
    void aFailureLeavesTheLastBackupInItsPlace() throws IOException {
        backUp();
        String before = summary();
        space().answer(() -> 0);

        backUp();

        assertThat(summary()).isEqualTo(before);
        assertThat(failure()).contains("There is too little space");
    }

    @Test
    void theFolderIsTheRecordWhateverHappenedToItMeanwhile() throws IOException {
        backUp();
        Path first = onlyBackup();
        // not in the future, wherever the name may have been given
        String name = "graph_tracker_"
                + BackupName.first(ZonedDateTime.now().plusHours(1)).stamp() + ".sqlite";
        Path another = Files.copy(first, first.resolveSibling(name));
        Files.setLastModifiedTime(another, FileTime.from(Instant.now().plusSeconds(60)));

        openProject();
        selectTab("tabActions");
        assertThat(summary()).startsWith("Last backup: " + name + ", ");

        Files.delete(another);
        Files.delete(first);
        openProject();
        selectTab("tabActions");
        assertThat(summary()).isEqualTo("No backup in the backups folder yet.");
        assertThat(isShown("lastBackupPath")).isFalse();
    }

    @Test
    void aBackupThatWasStartedElsewhereShowsInAllOpenBrowsers() throws IOException {
        try (OtherBrowser other = otherBrowser()) {
            other.run(() -> {
                openProject();
                selectTab("tabActions");
            });

            backups.backUp("local");
            settle();

            String name = onlyBackup().getFileName().toString();
            assertThat(summary()).contains(name);
            assertThat(other.call(BackupRowViewTest::summary)).contains(name);
        }
    }

    @Test
    void aFailureThatHappenedElsewhereShowsHere() throws IOException {
        env("BACKUPS_DIR=~/backups\n");

        try {
            backups.backUp("local");
        } catch (BackupException expected) {
            // whoever started it was told
        }
        settle();

        assertThat(failure()).contains("“~” is not replaced by your home folder here");
    }

    private void backUp() {
        _click(byId(Button.class, "btnBackupDBPanel"));
        settle();
    }

    private static String summary() {
        return byId(Paragraph.class, "lastBackupSummary").getText();
    }

    private static String failure() {
        return byId(Paragraph.class, "lastBackupFailure").getText();
    }

    private static Path onlyBackup() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("backups"))) {
            return files.filter(file -> file.toString().endsWith(".sqlite"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

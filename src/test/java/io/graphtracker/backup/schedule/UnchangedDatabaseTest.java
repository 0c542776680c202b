package io.graphtracker.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where nothing changed, the newest backup is verified again. */
class UnchangedDatabaseTest extends ScheduleFixture {

    private static final String FIRST = "graph_tracker_20261123_020000.sqlite";

    @BeforeEach
    void makeFirst() throws IOException {
        lookAt("2026-11-23T02:00");
        assertThat(names()).containsExactly(FIRST);
    }

    @Test
    void noFileIsMadeAndTheNewestIsVerifiedAgain() throws IOException {
        lookAt("2026-11-24T02:00");

        assertUnchanged();
        assertThat(BackupManifest.read(backups.file(FIRST + ".json"))
                        .orElseThrow()
                        .provenAt())
                .isEqualTo(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(audited()).startsWith("VERIFIED " + FIRST + " schedule", "UNCHANGED " + FIRST + " schedule");
        assertThat(folder())
                .containsExactlyInAnyOrder(FIRST, FIRST + ".json", FIRST + ".sha256", ".graph_tracker.lock");
    }

    @Test
    void whatWasRolledBackOrChangedBackChangesNothing() throws IOException, SQLException {
        write("begin", "insert into item (name) values ('never')", "rollback");
        write("update item set name = name");
        write("insert into item (id, name) values (100000, 'for a moment')", "delete from item where id = 100000");
        write("pragma wal_checkpoint(truncate)");

        lookAt("2026-11-24T02:00");

        assertUnchanged();
    }

    @Test
    void aRestartChangesNothing() throws IOException, SQLException {
        restart();
        try (Connection live = TestDatabase.open(root.resolve("live.db"))) {
            TestDatabase.execute(live, "pragma journal_mode = delete", "pragma journal_mode = wal");
        }

        lookAt("2026-11-24T02:00");

        assertUnchanged();
    }

    @Test
    void aSingleValueMakesANewOne() throws IOException, SQLException {
        write("update item set name = 'other' where id = 250");

        lookAt("2026-11-24T02:00");

        assertThat(names()).hasSize(2);
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.MADE);
    }

    @Test
    void whatAUserMadeCountsAsWell() throws IOException, SQLException {
        change();
        backups.at(LocalDateTime.parse("2026-11-23T12:00"));
        String manual = backups.make().getFileName().toString();

        lookAt("2026-11-24T02:00");

        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.UNCHANGED);
        assertThat(lastRun().backup()).isEqualTo(manual);
    }

    /** It may be deleted soon, and watching does not count it either. */
    @Test
    void aSafetyBackupDoesNotCount() throws IOException, SQLException {
        change();
        backups.at(LocalDateTime.parse("2026-11-23T12:00"));
        backups.bean(BackupService.class).backUp(BackupKind.BEFORE_RESTORE, "anna");

        lookAt("2026-11-24T02:00");

        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.MADE);
    }

    /** The start of the run counts: what was changed during the run may not be in the backup. */
    @Test
    void aRunThatFailsForgetsNothing() throws IOException {
        lookAt("2026-11-24T02:00");
        Files.writeString(root.resolve(".env"), "DATABASE_URL=sqlite:///live.db\n");

        lookAt("2026-11-25T02:00");

        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(service().unchanged()).contains(new UnchangedBackup(FIRST, Instant.parse("2026-11-24T02:00:00Z")));
    }

    @Test
    void aRunThatMakesOneHasFoundNothingUnchanged() throws IOException {
        assertThat(service().unchanged()).isEmpty();
    }

    /** Only the newest counts: an older one may be deleted by any rule. */
    @Test
    void contentThatCameBackMakesANewOne() throws IOException, SQLException {
        write("insert into item (id, name) values (100000, 'for a day')");
        lookAt("2026-11-24T02:00");
        write("delete from item where id = 100000");

        lookAt("2026-11-25T02:00");

        assertThat(names()).hasSize(3);
    }

    @Test
    void aNewestThatIsDamagedUnnoticedMakesANewOne() throws IOException {
        Path first = backups.file(FIRST);
        FileTime time = Files.getLastModifiedTime(first);
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length - 100] ^= 1;
        Files.write(first, bytes);
        Files.setLastModifiedTime(first, time);

        lookAt("2026-11-24T02:00");

        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.MADE);
        assertThat(names()).containsExactly("graph_tracker_20261124_020000.sqlite", FIRST);
        lookAt("2026-11-25T02:00");
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.UNCHANGED);
        assertThat(lastRun().backup()).isEqualTo("graph_tracker_20261124_020000.sqlite");
    }

    private void assertUnchanged() throws IOException {
        assertThat(names()).containsExactly(FIRST);
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.UNCHANGED);
        assertThat(lastRun().backup()).isEqualTo(FIRST);
    }

    private List<String> folder() throws IOException {
        try (var files = Files.list(backups.folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

package io.graphtracker.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.environment.LockedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupSchedulerTest extends ScheduleFixture {

    @Test
    void theBackupIsMadeWhenItIsDueAndOnce() throws IOException {
        lookAt("2026-11-23T01:59:59");
        assertThat(names()).isEmpty();

        lookAt("2026-11-23T02:00:10");
        lookAt("2026-11-23T02:00:35");

        assertThat(names()).containsExactly("graph_tracker_20261123_020010.sqlite");
        BackupManifest manifest = BackupManifest.read(backups.file("graph_tracker_20261123_020010.sqlite.json"))
                .orElseThrow();
        assertThat(manifest.kind()).isEqualTo(BackupKind.SCHEDULED);
        assertThat(nextDue()).isEqualTo("2026-11-24T02:00:00Z");
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.MADE);
        assertThat(lastRun().backup()).isEqualTo("graph_tracker_20261123_020010.sqlite");
        assertThat(state().running()).isNull();
        assertThat(audited()).containsExactly("MADE graph_tracker_20261123_020010.sqlite schedule", "RESCHEDULED  zoe");
    }

    @Test
    void whatWasMissedForWeeksIsMadeUpForOnce() throws IOException {
        restart();
        lookAt("2026-12-24T18:07");
        lookAt("2026-12-24T18:08");

        assertThat(names()).hasSize(1);
        assertThat(nextDue()).isEqualTo("2026-12-25T02:00:00Z");
    }

    /** Otherwise the next one would be made in years. */
    @Test
    void aClockThatWasYearsAheadDelaysNothing() throws IOException, SQLException {
        lookAt("2030-01-01T00:00");
        assertThat(nextDue()).isEqualTo("2030-01-01T02:00:00Z");
        change();

        // the one of this night was begun in 2030
        lookAt("2026-11-23T01:00");
        assertThat(names()).hasSize(1);
        assertThat(nextDue()).isEqualTo("2026-11-24T02:00:00Z");

        lookAt("2026-11-24T02:00");
        assertThat(names()).hasSize(2);
        assertThat(nextDue()).isEqualTo("2026-11-25T02:00:00Z");
    }

    @Test
    void aClockThatIsSetBackSomeSecondsDoesNotRepeatTheRun() throws IOException, SQLException {
        lookAt("2026-11-23T02:00:05");
        change();

        lookAt("2026-11-23T01:59:58");
        lookAt("2026-11-23T02:00:23");

        assertThat(names()).hasSize(1);
        assertThat(nextDue()).isEqualTo("2026-11-24T02:00:00Z");
    }

    @Test
    void whoTurnsItOffGetsNone() throws IOException {
        service().save(new Schedule(new Timing.Off(), ZoneId.of("UTC")), "zoe");

        lookAt("2026-12-23T02:00");

        assertThat(names()).isEmpty();
        assertThat(state().nextDue()).isNull();
    }

    @Test
    void savingTheSameScheduleDoesNotPostponeIt() throws IOException {
        service().save(new Schedule(new Timing.Every(6), ZoneId.of("UTC")), "zoe");
        backups.at(backups.now().atZone(ZoneId.of("UTC")).toLocalDateTime().plusHours(5));

        service().save(new Schedule(new Timing.Every(6), ZoneId.of("UTC")), "zoe");

        assertThat(nextDue()).isEqualTo("2026-11-23T03:30:00Z");
    }

    @Test
    void aFailedRunDeletesNothingAndSaysWhyUntilOneSucceeds() throws IOException, SQLException {
        lookAt("2026-11-23T02:00");
        FolderContents before = FolderContents.of(backups.folder());
        change();
        Files.writeString(root.resolve(".env"), "DATABASE_URL=sqlite:///live.db\n");

        lookAt("2026-11-24T02:00");

        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(lastRun().isToBeTold()).isTrue();
        assertThat(lastRun().message()).isEqualTo("Provide BACKUPS_DIR in .env at project root.");
        assertThat(lastRun().hint()).startsWith("Add a line to .env");
        assertThat(nextDue()).isEqualTo("2026-11-25T02:00:00Z");
        lookAt("2026-11-25T02:00");
        assertThat(lastRun().failures()).isEqualTo(2);

        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=backups\nDATABASE_URL=sqlite:///live.db\n");
        assertThat(FolderContents.of(backups.folder())).isEqualTo(before);
        lookAt("2026-11-26T02:00");

        assertThat(lastRun().isToBeTold()).isFalse();
        assertThat(lastRun().failures()).isZero();
        assertThat(names()).hasSize(2);
    }

    @Test
    void aFailureThatIsDismissedStaysSoAndTheNextOneIsToldAgain() throws IOException {
        Files.writeString(root.resolve(".env"), "DATABASE_URL=sqlite:///live.db\n");
        lookAt("2026-11-24T02:00");

        service().dismiss(lastRun().number());
        restart();
        assertThat(lastRun().isToBeTold()).isFalse();
        lookAt("2026-11-24T03:00");
        assertThat(lastRun().isToBeTold()).isFalse();

        lookAt("2026-11-25T02:00");
        assertThat(lastRun().isToBeTold()).isTrue();
    }

    @Test
    void aBackupThatAUserMakesEndsTheWarning() throws IOException {
        Files.writeString(root.resolve(".env"), "DATABASE_URL=sqlite:///live.db\n");
        lookAt("2026-11-24T02:00");
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=backups\nDATABASE_URL=sqlite:///live.db\n");

        backups.make();

        assertThat(lastRun().isToBeTold()).isFalse();
    }

    /** It would be of no use on the day it is needed. */
    @Test
    void aBackupThatCannotBeRestoredIsAFailure() throws IOException, SQLException {
        write("create view mine as select 1");

        lookAt("2026-11-23T02:00");

        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(lastRun().isToBeTold()).isTrue();
        assertThat(lastRun().failures()).isEqualTo(1);
        assertThat(lastRun().backup()).isEqualTo(names().getFirst());
        assertThat(lastRun().message()).contains("mine");
        assertThat(lastRun().hint()).contains("DROP VIEW");
    }

    @Test
    void aUsersBackupThatCannotBeRestoredLeavesTheWarning() throws IOException, SQLException {
        write("create view mine as select 1");
        lookAt("2026-11-23T02:00");

        backups.make();
        assertThat(lastRun().isToBeTold()).isTrue();

        write("drop view mine");
        backups.make();
        assertThat(lastRun().isToBeTold()).isFalse();
    }

    /** It tries again soon, and each attempt would be a failure in the log, the metrics and on the pages. */
    @Test
    void whileAnotherProcessHoldsTheFolderNothingIsRecorded() throws Exception {
        backups.make();
        List<String> before = audited();
        try (LockedFile held = LockedFile.take(backups.folder().resolve(".graph_tracker.lock"), "")) {
            lookAt("2026-11-23T02:00");
        }

        assertThat(audited()).isEqualTo(before);
        assertThat(backups.published(BackupEvent.Failed.class)).isZero();
        assertThat(backups.bean(BackupService.class).lastResult()).get().isInstanceOf(BackupEvent.Finished.class);
        assertThat(state().lastRun()).isNull();
        assertThat(nextDue()).isEqualTo("2026-11-23T02:00:00Z");
    }

    @Test
    void onlyTheProcessThatEndedARunTellsThatItEnded() throws IOException {
        try (TestBackups other = TestBackups.resume(root)) {
            lookAt("2026-11-23T02:00");
            other.at(LocalDateTime.parse("2026-11-23T02:01"));
            other.bean(BackupScheduler.class).look();

            assertThat(backups.published(RunEnded.class)).isEqualTo(1);
            assertThat(other.published(RunEnded.class)).isZero();
        }
    }

    @Test
    void whileAnotherBackupRunsItWaits() throws IOException {
        backups.on(BackupEvent.Started.class, () -> {
            if (backups.published(BackupEvent.Started.class) == 1) {
                lookAt("2026-11-23T02:00");
            }
        });
        backups.make();
        assertThat(names()).hasSize(1);
        assertThat(state().running()).isNull();
        assertThat(state().lastRun()).isNull();
        assertThat(nextDue()).isEqualTo("2026-11-23T02:00:00Z");

        lookAt("2026-11-23T02:00:25");

        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.UNCHANGED);
        assertThat(nextDue()).isEqualTo("2026-11-24T02:00:00Z");
    }

    @Test
    void aRunThatSomebodyCancelsIsNoFailure() throws IOException {
        backups.on(
                BackupEvent.Started.class,
                () -> backups.bean(BackupService.class).cancel());

        lookAt("2026-11-23T02:00");

        assertThat(names()).isEmpty();
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.CANCELLED);
        assertThat(lastRun().isToBeTold()).isFalse();
    }

    @Test
    void aScheduleThatCannotBeReadStartsNothingAndSaysWhy() throws IOException {
        byte[] intact = Files.readAllBytes(root.resolve("instance/operations.db"));
        Files.writeString(root.resolve("instance/operations.db"), "no database at all");
        lookAt("2026-11-23T02:00");
        assertThat(names()).isEmpty();
        assertThat(scheduler().problem()).contains(OperationsDatabaseProblem.DAMAGED);

        Files.write(root.resolve("instance/operations.db"), intact);
        lookAt("2026-11-23T02:01");

        assertThat(names()).hasSize(1);
        assertThat(scheduler().problem()).isEmpty();
    }

    @Test
    void changesAreToldOnce() {
        long before = backups.published(ScheduleChanged.class);
        lookAt("2026-11-22T22:00");
        lookAt("2026-11-22T22:01");

        // it had not seen the schedule yet
        assertThat(backups.published(ScheduleChanged.class) - before).isEqualTo(1);
        assertThat(List.of(before)).containsExactly(1L);
    }
}

package io.graphtracker.backup.watch;

import static io.graphtracker.backup.watch.SafetyReason.Verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.restore.RestoreDrill;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is concluded from the folder and the last results. */
class SafetyReaderTest extends WatchFixture {

    @BeforeEach
    void schedule() throws IOException {
        backups.bean(ScheduleService.class).save(Schedule.recommended(ZoneOffset.UTC), "anna");
    }

    private void end(String outcome, String backup, Instant at, int dismissed) throws IOException {
        backups.bean(OperationsDatabase.class)
                .write(
                        client -> client.sql(
                                        "insert or replace into schedule_run values (1, 1, ?, ?, ?, ?, 'why', '', 0, ?)")
                                .param(at.toEpochMilli())
                                .param(at.toEpochMilli())
                                .param(outcome)
                                .param(backup)
                                .param(dismissed)
                                .update(),
                        OperationsDatabase.WRITE_TIMEOUT);
    }

    private void foundUnchanged(String backup, Instant at) throws IOException {
        backups.bean(OperationsDatabase.class)
                .write(
                        client -> client.sql("insert or replace into schedule_unchanged values (1, ?, ?)")
                                .param(backup)
                                .param(at.toEpochMilli())
                                .update(),
                        OperationsDatabase.WRITE_TIMEOUT);
    }

    @Test
    void aYoungVerifiedBackupIsSafeForAsLongAsIsSet() {
        backups.makeNamed();
        assertThat(safety().verdict()).isEqualTo(Verdict.YES);

        backups.advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(safety().verdict()).isEqualTo(Verdict.YES);
        backups.advance(Duration.ofMinutes(1));

        assertThat(safety().reasons()).containsExactly(SafetyReason.OUTDATED);
        assertThat(safety().warning()).contains(SafetyReason.OUTDATED);
        assertThat(safety().verdict()).isEqualTo(Verdict.NO);
    }

    @Test
    void theAgeCanBeSet() throws IOException {
        backups.makeNamed();
        backups.bean(WatchService.class).setMaxAgeDays(1, "anna");
        backups.advance(Duration.ofDays(2));
        assertThat(safety().reasons()).containsExactly(SafetyReason.OUTDATED);

        backups.bean(WatchService.class).setMaxAgeDays(3, "anna");

        assertThat(safety().reasons()).isEmpty();
    }

    /** A database that nobody uses for weeks is not in danger. */
    @Test
    void aBackupThatIsFoundUnchangedIsAsGoodAsANewOne() throws IOException {
        String made = backups.makeNamed();
        backups.advance(Duration.ofDays(30));
        assertThat(safety().reasons()).containsExactly(SafetyReason.OUTDATED);

        foundUnchanged(made, backups.now().minusSeconds(60));

        assertThat(safety().reasons()).isEmpty();
        assertThat(safety().savedUntil())
                .contains(Instant.ofEpochMilli(backups.now().minusSeconds(60).toEpochMilli()));
        end("FAILED", "", backups.now(), 1);
        assertThat(safety().reasons()).isEmpty();
        foundUnchanged("another.sqlite", backups.now());
        assertThat(safety().reasons()).containsExactly(SafetyReason.OUTDATED);
    }

    @Test
    void whatWasVerifiedAgainIsNoYounger() throws IOException {
        backups.makeNamed();
        backups.advance(Duration.ofDays(8));

        run(WatchJob.VERIFICATION);

        assertThat(safety().reasons()).containsExactly(SafetyReason.OUTDATED);
    }

    /** It holds what a restore replaced. */
    @Test
    void safetyBackupsAndUploadsDoNotCount() throws IOException {
        backups.bean(BackupService.class).backUp(BackupKind.BEFORE_RESTORE, "anna");
        assertThat(safety().reasons()).containsExactly(SafetyReason.NO_BACKUP);

        String made = backups.makeNamed();
        BackupManifest manifest =
                BackupManifest.read(backups.file(made + ".json")).orElseThrow();
        Files.writeString(
                backups.file(made + ".json"),
                new String(manifest.toJson(), StandardCharsets.UTF_8).replace("\"manual\"", "\"uploaded\""));

        assertThat(safety().reasons()).containsExactly(SafetyReason.NO_BACKUP);
    }

    @Test
    void aBackupDatedInTheFutureDoesNotMakeItSafe() {
        backups.advance(Duration.ofDays(100));
        backups.makeNamed();

        backups.at(TestBackups.NOW);

        assertThat(safety().reasons()).containsExactly(SafetyReason.OUTDATED);
    }

    @Test
    void oneBannerTellsOneFact() throws IOException {
        String made = backups.makeNamed();
        backups.advance(Duration.ofDays(8));
        assertThat(safety().warning()).contains(SafetyReason.OUTDATED);

        end("FAILED", made, backups.now(), 0);
        assertThat(safety().reasons()).contains(SafetyReason.OUTDATED, SafetyReason.RUN_FAILED);
        assertThat(safety().warning()).isEmpty();

        end("FAILED", made, backups.now(), 1);
        assertThat(safety().reasons()).containsExactly(SafetyReason.OUTDATED);
        assertThat(safety().warning()).contains(SafetyReason.OUTDATED);
    }

    @Test
    void aFailedDrillIsTheAnswerUntilOnePasses() throws IOException {
        String made = backups.makeNamed();
        store.save(new DrillResult(backups.now(), made, Map.of(), DrillResult.Outcome.FAILED, "It is broken.", false));
        assertThat(safety().verdict()).isEqualTo(Verdict.NO);
        assertThat(safety().warning()).contains(SafetyReason.DRILL_FAILED);

        backups.bean(WatchService.class).dismiss(WatchJob.DRILL);
        assertThat(safety().verdict()).isEqualTo(Verdict.NO);
        assertThat(safety().warning()).isEmpty();

        run(WatchJob.DRILL);
        assertThat(safety().verdict()).isEqualTo(Verdict.YES);
        assertThat(safety().restoreTime()).isPresent();
    }

    /** The manifest of a file that cannot be read goes on to say that it passed once. */
    @Test
    void whatCouldNotBeVerifiedStaysToldUntilItPasses() throws IOException {
        String made = backups.makeNamed();
        backups.advance(Duration.ofDays(1));
        store.save(new VerificationResult(
                backups.now(),
                Duration.ZERO,
                0,
                List.of(new VerificationResult.Failure(made, "It cannot be read.")),
                false));
        assertThat(safety().reasons()).containsExactly(SafetyReason.DAMAGED);

        backups.advance(Duration.ofMinutes(1));
        backups.bean(CatalogService.class).verify(made, "anna");

        assertThat(safety().reasons()).isEmpty();
    }

    private void drilled(String backup, DrillResult.Outcome outcome, String message) throws IOException {
        Map<RestoreDrill.Phase, Duration> times = outcome == DrillResult.Outcome.PASSED
                ? Map.of(RestoreDrill.Phase.COPYING, Duration.ofSeconds(3))
                : Map.of();
        store.save(new DrillResult(backups.now(), backup, times, outcome, message, false));
    }

    @Test
    void aDrillThatCouldNotBeRunRefutesNothing() throws IOException {
        String made = backups.makeNamed();
        drilled(made, DrillResult.Outcome.FAILED, "It is broken.");

        drilled(made, DrillResult.Outcome.IMPOSSIBLE, "There is no space.");

        assertThat(safety().reasons()).containsExactly(SafetyReason.DRILL_FAILED, SafetyReason.DRILL_IMPOSSIBLE);
        assertThat(safety().verdict()).isEqualTo(Verdict.NO);
        assertThat(safety().warning()).contains(SafetyReason.DRILL_FAILED);
        drilled(made, DrillResult.Outcome.PASSED, "");
        assertThat(safety().reasons()).isEmpty();
    }

    @Test
    void aDrillThatCouldNotBeRunLeavesWhatTheLastOneTook() throws IOException {
        String made = backups.makeNamed();
        drilled(made, DrillResult.Outcome.PASSED, "");

        drilled(made, DrillResult.Outcome.IMPOSSIBLE, "There is no space.");

        assertThat(safety().reasons()).containsExactly(SafetyReason.DRILL_IMPOSSIBLE);
        assertThat(safety().restoreTime()).isPresent();
    }

    @Test
    void withoutASettingNothingIsSafe() throws IOException {
        backups.makeNamed();
        Files.writeString(root.resolve(".env"), "DATABASE_URL=sqlite:///live.db\n");

        assertThat(safety().reasons()).containsExactly(SafetyReason.NO_FOLDER);
        assertThat(safety().verdict()).isEqualTo(Verdict.NO);
        assertThat(safety().warning()).contains(SafetyReason.NO_FOLDER);
    }

    @Test
    void aFolderThatCannotBeReadIsToldOnEachPage() throws IOException {
        backups.makeNamed();
        DataSafety read = safety();

        assertThat(read.unreadable(backups.now()).warning()).contains(SafetyReason.UNREADABLE_FOLDER);
    }

    @Test
    void aFolderInPlaceOfWhichThereIsAFileIsToldToo() throws IOException {
        Files.writeString(root.resolve(".env"), "DATABASE_URL=sqlite:///live.db\nBACKUPS_DIR=file\n");
        Files.writeString(root.resolve("file"), "");

        assertThat(safety().reasons()).containsExactly(SafetyReason.NO_FOLDER);
    }

    @Test
    void resultsThatCannotBeReadLeaveWhatTheFolderTells() throws IOException {
        backups.makeNamed();
        Files.writeString(root.resolve("instance/operations.db"), "no database at all");

        assertThat(safety().reasons()).containsExactly(SafetyReason.UNREADABLE_RESULTS);
        assertThat(safety().verdict()).isEqualTo(Verdict.BUT);
    }
}

package io.graphtracker.backup.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.testing.StubBackupTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** All backups are verified again, one after the other. */
class VerifyAllTest extends WatchFixture {

    @Test
    void eachBackupIsVerifiedAgainAndThatIsOneEntry() throws IOException {
        String first = backups.makeNamed();
        String second = backups.makeNamed();
        backups.advance(Duration.ofDays(3));

        run(WatchJob.VERIFICATION);

        assertThat(provenAt(first)).isEqualTo(backups.now());
        assertThat(provenAt(second)).isEqualTo(backups.now());
        assertThat(verification().passed()).isEqualTo(2);
        assertThat(verification().failures()).isEmpty();
        assertThat(verification().endedAt())
                .isEqualTo(Instant.ofEpochMilli(backups.now().toEpochMilli()));
        assertThat(recorded(AuditEntryKind.VERIFIED)).isEmpty();
        assertThat(recorded(AuditEntryKind.VERIFIED_ALL)).singleElement().satisfies(entry -> {
            assertThat(entry.user()).isEqualTo("anna");
            assertThat(entry.succeeded()).isTrue();
            assertThat(entry.detail()).isEqualTo("2 backups passed.");
        });
    }

    private Instant provenAt(String name) {
        return BackupManifest.read(backups.file(name + ".json")).orElseThrow().provenAt();
    }

    @Test
    void aDamagedOneIsToldAndRecorded() throws IOException {
        String damaged = backups.makeNamed();
        backups.makeNamed();
        damage(damaged);

        run(WatchJob.VERIFICATION);

        assertThat(verification().passed()).isEqualTo(1);
        assertThat(verification().failures())
                .containsExactly(new VerificationResult.Failure(
                        damaged, "The file has changed since it was written: its checksum is different."));
        assertThat(recorded(AuditEntryKind.VERIFIED)).singleElement().satisfies(entry -> {
            assertThat(entry.backup()).isEqualTo(damaged);
            assertThat(entry.succeeded()).isFalse();
        });
        assertThat(recorded(AuditEntryKind.VERIFIED_ALL))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("1 backup passed, 1 did not."));
        assertThat(safety().reasons()).contains(SafetyReason.DAMAGED);
    }

    /** Not only in the week in which it was found. */
    @Test
    void aDamagedOneIsToldForAsLongAsItIsThere() throws IOException {
        String damaged = backups.makeNamed();
        backups.makeNamed();
        damage(damaged);
        run(WatchJob.VERIFICATION);
        backups.advance(WatchJob.INTERVAL);

        run(WatchJob.VERIFICATION);

        assertThat(verification().passed()).isEqualTo(1);
        assertThat(verification().failures())
                .extracting(VerificationResult.Failure::name)
                .containsExactly(damaged);
        assertThat(safety().reasons()).contains(SafetyReason.DAMAGED);
    }

    @Test
    void whatWasDismissedIsNotToldAgainUnlessMoreFail() throws IOException {
        String first = backups.makeNamed();
        String second = backups.makeNamed();
        damage(first);
        run(WatchJob.VERIFICATION);
        store.dismiss(WatchJob.VERIFICATION);

        run(WatchJob.VERIFICATION);
        assertThat(verification().dismissed()).isTrue();

        damage(second);
        run(WatchJob.VERIFICATION);
        assertThat(verification().dismissed()).isFalse();
    }

    @Test
    void aResultIsSavedWhollyOrNotAtAll() throws IOException {
        VerificationResult.Failure failure = new VerificationResult.Failure("a.sqlite", "why");
        store.save(new VerificationResult(backups.now(), Duration.ZERO, 0, List.of(failure), false));
        VerificationResult before = verification();
        VerificationResult.Failure other = new VerificationResult.Failure("b.sqlite", "why");

        // the second one of the same name is refused
        assertThatExceptionOfType(OperationsDatabaseException.class)
                .isThrownBy(() -> store.save(
                        new VerificationResult(backups.now(), Duration.ZERO, 5, List.of(other, other), false)));

        assertThat(verification()).isEqualTo(before);
    }

    @Test
    void whatWasDeletedSinceIsNotToldAnyMore() throws IOException {
        String damaged = backups.makeNamed();
        backups.makeNamed();
        damage(damaged);
        run(WatchJob.VERIFICATION);

        Files.delete(backups.file(damaged));

        assertThat(safety().reasons()).doesNotContain(SafetyReason.DAMAGED);
    }

    /** Whoever put it there may verify it; it gets no description unasked. */
    @Test
    void aFileWithoutDescriptionIsLeftAlone() throws IOException {
        String made = backups.makeNamed();
        Files.copy(backups.file(made), backups.file("by_hand.db"));

        run(WatchJob.VERIFICATION);

        assertThat(verification().passed()).isEqualTo(1);
        assertThat(backups.file("by_hand.db.json")).doesNotExist();
    }

    @Test
    void withoutBackupsNothingIsStarted() throws IOException {
        assertThat(runs.start(WatchJob.VERIFICATION, "anna")).isEqualTo(WatchRuns.Start.NOTHING);
        assertThat(store.read().verification()).isNull();
    }

    @Test
    void oneRunAtATime() throws IOException {
        backups.makeNamed();
        start(WatchJob.VERIFICATION);

        assertThat(runs.start(WatchJob.VERIFICATION, "zoe")).isEqualTo(WatchRuns.Start.RUNNING);
        assertThat(runs.start(WatchJob.DRILL, "zoe")).isEqualTo(WatchRuns.Start.RUNNING);
        assertThat(runs.progress().orElseThrow().user()).isEqualTo("anna");
    }

    @Test
    void ofTwoProcessesOneRunsIt() throws IOException {
        backups.makeNamed();
        start(WatchJob.VERIFICATION);
        try (TestBackups other = TestBackups.resume(root, StubBackupTimer.class)) {
            other.at(TestBackups.NOW.plusMinutes(1));
            WatchRuns elsewhere = other.bean(WatchRuns.class);

            assertThat(elsewhere.start(WatchJob.VERIFICATION, "zoe")).isEqualTo(WatchRuns.Start.RUNNING);

            finish();
            assertThat(elsewhere.start(WatchJob.VERIFICATION, "zoe")).isEqualTo(WatchRuns.Start.STARTED);
        }
    }

    /** Its lock ends with it, see LockedFile. */
    @Test
    void aRunWhoseProcessWasKilledIsTakenUpAtOnce() throws IOException {
        backups.makeNamed();
        claims.plan();
        backups.advance(WatchClaims.FIRST);
        assertThat(claims.claimDue(WatchJob.VERIFICATION)).isTrue();
        assertThat(runs.startIfDue(WatchJob.VERIFICATION)).isEqualTo(WatchRuns.Start.RUNNING);

        claims.giveUp(WatchJob.VERIFICATION);

        assertThat(runs.startIfDue(WatchJob.VERIFICATION)).isEqualTo(WatchRuns.Start.STARTED);
    }

    /** Otherwise every later one would be told that one is running. */
    @Test
    void aRunThatIsGivenUpCanBeStartedAgain() throws IOException, SQLException {
        backups.makeNamed();
        start(WatchJob.VERIFICATION);
        Path database = root.resolve("instance/operations.db");
        byte[] intact = Files.readAllBytes(database);
        // its result cannot be stored
        Files.writeString(database, "no database at all");

        finish();

        Files.write(database, intact);
        assertThat(runs.start(WatchJob.VERIFICATION, "anna")).isEqualTo(WatchRuns.Start.STARTED);
    }

    @Test
    void itIsDueAWeekLaterAndNotBefore() throws IOException {
        backups.makeNamed();
        claims.plan();
        backups.advance(WatchClaims.FIRST);
        assertThat(runs.startIfDue(WatchJob.VERIFICATION)).isEqualTo(WatchRuns.Start.STARTED);
        finish();
        assertThat(recorded(AuditEntryKind.VERIFIED_ALL).getFirst().user()).isEqualTo("watch");

        backups.advance(WatchJob.INTERVAL.minusMillis(1));
        assertThat(claims.isDue(WatchJob.VERIFICATION)).isFalse();
        backups.advance(Duration.ofMillis(1));
        assertThat(claims.isDue(WatchJob.VERIFICATION)).isTrue();
    }

    @Test
    void aTimeThatAWrongClockWroteDoesNotCount() throws IOException {
        backups.advance(Duration.ofDays(3_000));
        claims.plan();
        assertThat(claims.claimNow(WatchJob.DRILL)).isTrue();
        claims.done(WatchJob.DRILL, WatchJob.INTERVAL);
        assertThat(claims.isDue(WatchJob.DRILL)).isFalse();

        backups.at(TestBackups.NOW);

        assertThat(claims.isDue(WatchJob.DRILL)).isTrue();
    }

    /** The check of the backup it works on is dropped, and begun again after the other backup. */
    @Test
    void itGivesWayToABackup() throws IOException {
        String made = backups.makeNamed();
        start(WatchJob.VERIFICATION);
        AtomicReference<WatchProgress> beside = new AtomicReference<>();
        backups.on(BackupEvent.Started.class, () -> {
            timer().runFirst();
            beside.set(runs.progress().orElseThrow());
        });

        backups.bean(BackupService.class).backUp("local");

        assertThat(beside.get().waiting()).isTrue();
        assertThat(beside.get().backup()).isEqualTo(made);
        assertThat(store.read().verification()).isNull();
        finish();
        assertThat(verification().passed()).isEqualTo(1);
    }

    @Test
    void aCheckThatIsRunningIsStoppedByABackup() throws IOException {
        String made = backups.makeNamed();
        start(WatchJob.VERIFICATION);
        // while the backup is verified
        AtomicReference<Boolean> once = new AtomicReference<>(true);
        backups.on(WatchProgressed.class, () -> {
            if (once.getAndSet(false)) {
                runs.on(new BackupEvent.Started(null, null));
            }
        });

        timer().runFirst();

        assertThat(runs.progress().orElseThrow().waiting()).isTrue();
        assertThat(runs.progress().orElseThrow().backup()).isEqualTo(made);
        finish();
        assertThat(verification().passed()).isEqualTo(1);
        assertThat(verification().failures()).isEmpty();
    }

    @Test
    void aCancelledOneLeavesNoResult() throws IOException {
        backups.makeNamed();
        start(WatchJob.VERIFICATION);

        runs.cancel(WatchJob.VERIFICATION);
        finish();

        assertThat(store.read().verification()).isNull();
        assertThat(runs.start(WatchJob.VERIFICATION, "anna")).isEqualTo(WatchRuns.Start.STARTED);
    }

    @Test
    void theNextStartGoesOnWithWhatTheLastShutdownStopped() throws IOException {
        backups.makeNamed();
        claims.plan();
        backups.advance(WatchClaims.FIRST);
        Instant later = backups.now();
        runs.startIfDue(WatchJob.VERIFICATION);

        restart();
        backups.at(LocalDateTime.ofInstant(later, ZoneOffset.UTC));

        assertThat(claims.isDue(WatchJob.VERIFICATION)).isTrue();
    }
}

package io.graphtracker.backup.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.restore.RestoreDrill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The restore of the newest verified backup is tried. */
class RestoreDrillTest extends WatchFixture {

    private static final String LOCK = ".live.db.restore-drill-lock";

    @Test
    void theNewestVerifiedBackupIsRestoredAndNothingIsLeft() throws IOException, SQLException {
        backups.makeNamed();
        String newest = backups.makeNamed();
        List<String> live = TestDatabase.rows(root.resolve("live.db"));

        run(WatchJob.DRILL);

        assertThat(drill().outcome()).isEqualTo(DrillResult.Outcome.PASSED);
        assertThat(drill().backup()).isEqualTo(newest);
        assertThat(drill().times()).containsOnlyKeys(RestoreDrill.Phase.values());
        assertThat(leftovers()).containsExactly(LOCK);
        assertThat(TestDatabase.rows(root.resolve("live.db"))).isEqualTo(live);
        assertThat(recorded(AuditEntryKind.DRILLED)).singleElement().satisfies(entry -> {
            assertThat(entry.backup()).isEqualTo(newest);
            assertThat(entry.succeeded()).isTrue();
        });
    }

    @Test
    void itsPhasesAreTold() throws IOException {
        backups.makeNamed();
        List<RestoreDrill.Phase> phases = new ArrayList<>();
        backups.on(
                WatchProgressed.class,
                () -> runs.progress().map(WatchProgress::phase).ifPresent(phases::add));

        run(WatchJob.DRILL);

        assertThat(phases.stream().distinct()).containsExactly(RestoreDrill.Phase.values());
    }

    /** The time and the length of the file are as they were, so that it still counts as verified. */
    @Test
    void aDamagedCopyIsFound() throws IOException {
        String made = backups.makeNamed();
        Path file = backups.file(made);
        var time = Files.getLastModifiedTime(file);
        damage(made);
        Files.setLastModifiedTime(file, time);

        run(WatchJob.DRILL);

        assertThat(drill().outcome()).isEqualTo(DrillResult.Outcome.FAILED);
        assertThat(drill().message())
                .isEqualTo("The file has changed since it was written: its checksum is different.");
        assertThat(leftovers()).containsExactly(LOCK);
        assertThat(safety().verdict()).isEqualTo(SafetyReason.Verdict.NO);
        assertThat(recorded(AuditEntryKind.DRILLED)).singleElement().satisfies(entry -> {
            assertThat(entry.succeeded()).isFalse();
            assertThat(entry.detail()).contains("checksum");
        });
    }

    @Test
    void withoutSpaceItIsNotTriedAndThatSaysNothingOfTheBackup() throws IOException {
        backups.makeNamed();
        space().answer(() -> 50_000_000);

        run(WatchJob.DRILL);

        assertThat(drill().outcome()).isEqualTo(DrillResult.Outcome.IMPOSSIBLE);
        assertThat(drill().message()).startsWith("There is too little space for the restore drill: it needs ");
        assertThat(leftovers()).containsExactly(LOCK);
        assertThat(safety().verdict()).isEqualTo(SafetyReason.Verdict.BUT);
    }

    @Test
    void aFaultOfTheVolumeSaysNothingOfTheBackup() throws IOException {
        backups.makeNamed();
        space().answer(() -> {
            throw new IOException("Too many open files");
        });

        run(WatchJob.DRILL);

        assertThat(drill().outcome()).isEqualTo(DrillResult.Outcome.IMPOSSIBLE);
        assertThat(safety().verdict()).isEqualTo(SafetyReason.Verdict.BUT);
    }

    @Test
    void withoutAVerifiedBackupThereIsNothingToTry() throws IOException {
        assertThat(runs.start(WatchJob.DRILL, "anna")).isEqualTo(WatchRuns.Start.NOTHING);
    }

    @Test
    void whatAKilledOneLeftIsDeleted() throws IOException {
        Path left = Files.createDirectory(root.resolve(".live.db.restore-drill"));
        Files.writeString(left.resolve(".live.db.restore"), "half");

        backups.bean(RestoreDrill.class).deleteLeftovers();

        assertThat(left).doesNotExist();
    }

    @Test
    void whatAKilledOneLeftIsNoObstacle() throws IOException {
        backups.makeNamed();
        Path left = Files.createDirectory(root.resolve(".live.db.restore-drill"));
        Files.writeString(left.resolve(".live.db.restore"), "half");

        run(WatchJob.DRILL);

        assertThat(drill().outcome()).isEqualTo(DrillResult.Outcome.PASSED);
        assertThat(left).doesNotExist();
    }

    @Test
    void aCancelledOneLeavesNothing() throws IOException {
        backups.makeNamed();
        start(WatchJob.DRILL);
        backups.on(WatchProgressed.class, () -> runs.cancel(WatchJob.DRILL));

        finish();

        assertThat(store.read().drill()).isNull();
        assertThat(leftovers()).containsExactly(LOCK);
    }
}

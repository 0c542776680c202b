package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupProgressTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({
        "COPYING, 0, 100, 0, 0",
        "COPYING, 50, 100, 50, 27",
        "COPYING, 99, 100, 99, 54",
        "COPYING, 100, 100, 100, 55",
        "CHECKING, 0, 100, 0, 55",
        "CHECKING, 100, 100, 100, 98",
        "PUBLISHING, 0, 0, 0, 98",
        // not known yet
        "COPYING, 5, 0, 0, 0",
        // the estimate was short
        "COPYING, 103, 100, 100, 55"
    })
    void tellsThePercentOfThePhaseAndOfTheWhole(
            BackupPhase phase, long done, long total, int phasePercent, int percent) {
        BackupProgress progress = progress(Duration.ofSeconds(10), phase, done, total);

        assertThat(progress.phasePercent()).isEqualTo(phasePercent);
        assertThat(progress.percent()).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"COPYING, 100, 8181", "CHECKING, 0, 8181", "CHECKING, 50, 3071", "PUBLISHING, 0, 204"})
    void concludesFromWhatItTookToWhatItWillTake(BackupPhase phase, long done, long millis) {
        assertThat(progress(Duration.ofSeconds(10), phase, done, 100).remaining())
                .contains(Duration.ofMillis(millis));
    }

    @Test
    void concludesNothingFromTooLittle() {
        assertThat(progress(Duration.ofSeconds(10), BackupPhase.COPYING, 5, 100).remaining())
                .isEmpty();
        assertThat(progress(Duration.ofSeconds(10), BackupPhase.COPYING, 6, 100).remaining())
                .isPresent();
    }

    @Test
    void aRealBackupPassesThroughAllPhasesAndNeverGoesBack() throws IOException, SQLException {
        Path database = TestDatabase.createLarge(root.resolve("live.db"));
        List<BackupProgress> told = new ArrayList<>();

        TestProcedures.any()
                .backUp(database, root.resolve("backups"), TestJobs.watched((run, progress) -> told.add(progress)));

        assertThat(told).extracting(BackupProgress::phase).isSorted().contains(BackupPhase.values());
        assertThat(told).extracting(BackupProgress::percent).isSorted().allMatch(percent -> percent <= 100);
        assertThat(told).extracting(BackupProgress::elapsed).isSorted();
        for (BackupPhase phase : List.of(BackupPhase.COPYING, BackupPhase.CHECKING)) {
            List<BackupProgress> ofPhase =
                    told.stream().filter(progress -> progress.phase() == phase).toList();
            assertThat(ofPhase).extracting(BackupProgress::phasePercent).isSorted();
            assertThat(ofPhase)
                    .as("%s tells where it is between its beginning and its end", phase)
                    .extracting(BackupProgress::phasePercent)
                    .anyMatch(percent -> percent > 0 && percent < 100);
        }
    }

    private static BackupProgress progress(Duration elapsed, BackupPhase phase, long done, long total) {
        return new BackupProgress(TestJobs.NOW, elapsed, phase, done, total, false);
    }
}

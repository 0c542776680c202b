package io.graphtracker.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupPhase;
import io.graphtracker.backup.BackupProgress;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupProgressModelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPYING | 0 | 0 | Copying: 0%",
                "COPYING | 1000 | 1000000000 | Copying: 0%",
                "COPYING | 500000000 | 1000000000 | Copying: 27%, about 27 s left",
                // more than the estimate
                "COPYING | 1100000000 | 1000000000 | Copying: 55%, about 9 s left",
                "CHECKING | 0 | 370000000 | Checking: 55%, about 9 s left",
                "PUBLISHING | 0 | 0 | Publishing: 98%, about 1 s left",
            })
    void tellsPhaseAndWhole(BackupPhase phase, long done, long total, String says) {
        BackupProgressModel shown = shown(phase, done, total, Duration.ofSeconds(10), false);

        assertThat(shown.shown()).isTrue();
        assertThat(shown.text()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource({"10, about 9 s left", "73, about 60 s left", "75, about 2 min left", "6000, about 82 min left"})
    void tellsLongTimesInMinutes(int elapsedSeconds, String left) {
        assertThat(shown(BackupPhase.CHECKING, 0, 1000, Duration.ofSeconds(elapsedSeconds), false)
                        .text())
                .endsWith(left);
    }

    @Test
    void tellsThatItIsCancelledInstead() {
        BackupProgressModel shown = shown(BackupPhase.COPYING, 500, 1000, Duration.ofSeconds(10), true);

        assertThat(shown).isEqualTo(new BackupProgressModel(true, 27, "Cancelling…", true));
    }

    private static BackupProgressModel shown(
            BackupPhase phase, long done, long total, Duration elapsed, boolean cancelling) {
        return BackupProgressModel.of(
                new BackupProgress(ToldBackup.STARTED, elapsed, phase, done, total, cancelling), new Texts());
    }
}

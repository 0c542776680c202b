package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.TestBackups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** A wrong clock, now or in the past, does no harm to the order and the protection of backups. */
class FutureBackupsTest extends BackupCatalogFixture {

    private static final LocalDateTime FAR = TestBackups.NOW.plusYears(10);

    @Test
    void theNewestTrueOneIsKeptWhateverIsDatedInTheFuture() throws IOException {
        String future = makeAt(FAR);
        backups.at(TestBackups.NOW);
        String older = backups.makeNamed();
        String newest = backups.makeNamed();

        assertThat(marked()).containsExactlyInAnyOrder(newest, future);
        assertThat(names()).containsExactly(newest, older, future);
        assertThat(catalog.find(future).inFuture()).isTrue();
        assertThat(catalog.find(newest).inFuture()).isFalse();
        assertThat(latest()).isEqualTo(newest);
    }

    @Test
    void ofSeveralDatedInTheFutureTheLastIsKept() throws IOException {
        String last = makeAt(FAR.plusYears(1));
        String future = makeAt(FAR);
        backups.at(TestBackups.NOW);
        String newest = backups.makeNamed();

        assertThat(marked()).containsExactlyInAnyOrder(newest, last);
        assertThat(names()).containsExactly(newest, last, future);
    }

    /** As on a machine that starts without a battery. */
    @Test
    void whileTheClockIsSetBackTheTrueNewestIsKept() throws IOException {
        String older = backups.makeNamed();
        String newest = backups.makeNamed();
        backups.at(TestBackups.NOW.minusYears(20));

        assertThat(marked()).containsExactly(newest);
        assertThat(names()).containsExactly(newest, older);
        assertThat(latest()).isEqualTo(newest);

        String now = backups.makeNamed();
        assertThat(marked()).containsExactlyInAnyOrder(now, newest);
    }

    @Test
    void whenTheTimeHasComeItIsOneLikeOthers() throws IOException {
        String future = makeAt(FAR);
        backups.at(TestBackups.NOW);
        String before = backups.makeNamed();
        backups.at(FAR.plusDays(1));

        assertThat(marked()).containsExactly(future);
        assertThat(names()).containsExactly(future, before);
    }

    /** Clocks are adjusted by a few seconds all the time. */
    @Test
    void aFewMinutesAreNoFuture() throws IOException {
        String newest = makeAt(TestBackups.NOW.plusMinutes(5));
        backups.at(TestBackups.NOW);
        String older = backups.makeNamed();

        assertThat(names()).containsExactly(newest, older);
        assertThat(marked()).containsExactly(newest);
        backups.at(TestBackups.NOW.minusMinutes(1));
        assertThat(names()).containsExactly(older, newest);
    }

    /** A name without a manifest contains the local time of some server; time zones span 26 hours. */
    @Test
    void aNameAloneMayComeFromAnotherZone() throws IOException {
        Path file = backups.make();
        String tomorrow = "graph_tracker_20261123_232900.sqlite";
        String later = "graph_tracker_20261123_233100.sqlite";
        copy(file, tomorrow);
        copy(file, later);

        assertThat(catalog.find(tomorrow).inFuture()).isFalse();
        assertThat(catalog.find(later).inFuture()).isTrue();
    }

    @Test
    void soMayTheTimeOfAFile() throws IOException {
        Path file = copy(backups.make(), "mine.sqlite");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2036-01-01T00:00:00Z")));

        assertThat(names()).last().isEqualTo("mine.sqlite");
        assertThat(catalog.find("mine.sqlite").inFuture()).isTrue();
    }

    /** In autumn the local time of the second backup is before that of the first. */
    @Test
    void theLatestIsTheOneThatWasBegunLast() throws IOException {
        Path first = backups.make();
        Path second = copy(first, "graph_tracker_20261122_204500.sqlite");
        Files.copy(Path.of(first + ".json"), Path.of(second + ".json"));
        replaceInManifest(
                second, first.getFileName().toString(), second.getFileName().toString());
        replaceInManifest(second, "2026-11-22T21:30:00Z", "2026-11-22T21:33:00Z");

        assertThat(latest()).isEqualTo(second.getFileName().toString());
    }

    private String makeAt(LocalDateTime time) {
        backups.at(time);
        return backups.makeNamed();
    }

    private String latest() throws IOException {
        return ((LastBackup.Found) catalog.last()).entry().name();
    }
}

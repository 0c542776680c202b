package io.graphtracker.backup.ui;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupPhase;
import io.graphtracker.backup.BackupProgress;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.TestManifests;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.springframework.context.ApplicationEventPublisher;

/** A backup that exists only as events, which a test publishes; nothing is copied. */
final class ToldBackup implements AutoCloseable {

    static final ZonedDateTime STARTED = ZonedDateTime.parse("2026-11-22T21:30:05+01:00[Europe/Berlin]");

    private static final int COPYING_SHARE = 55;
    private static final int CHECKING_SHARE = 43;
    private static final long MEGABYTE = 1_000_000;

    private final ApplicationEventPublisher events;
    private final ZonedDateTime startedAt;

    private ToldBackup(ApplicationEventPublisher events, ZonedDateTime startedAt) {
        this.events = events;
        this.startedAt = startedAt;
    }

    static ToldBackup begin(ApplicationEventPublisher events) {
        return begin(events, STARTED);
    }

    static ToldBackup begin(ApplicationEventPublisher events, ZonedDateTime startedAt) {
        events.publishEvent(new BackupEvent.Started(startedAt, Origin.NONE));
        return new ToldBackup(events, startedAt);
    }

    /** Publishes its progress, in percent of the whole, below 98. */
    void progress(int percent, Duration elapsed) {
        tell(percent, elapsed, false);
    }

    /** The same, after one and a half seconds. */
    void progress(int percent) {
        progress(percent, Duration.ofMillis(1500));
    }

    /** Publishes that it was cancelled, and has not ended yet. */
    void cancelling(int percent) {
        tell(percent, Duration.ofMillis(1500), true);
    }

    private void tell(int percent, Duration elapsed, boolean cancelling) {
        boolean copying = percent < COPYING_SHARE;
        events.publishEvent(new BackupEvent.Progressed(new BackupProgress(
                startedAt,
                elapsed,
                copying ? BackupPhase.COPYING : BackupPhase.CHECKING,
                // and a half, so that nothing depends on how fractions are rounded
                (copying ? percent : percent - COPYING_SHARE) * MEGABYTE + MEGABYTE / 2,
                (copying ? COPYING_SHARE : CHECKING_SHARE) * MEGABYTE,
                cancelling)));
    }

    void finish() {
        Path file = Path.of("/backups/graph_tracker_20261122_213005.sqlite");
        events.publishEvent(
                new BackupEvent.Finished(new Backup(file, TestManifests.of(file, 1, startedAt, Map.of())), "local"));
    }

    void fail(BackupService backups) {
        BackupException reason = Assertions.catchThrowableOfType(BackupException.class, backups::cancel);
        events.publishEvent(new BackupEvent.Failed(reason, startedAt, "local"));
    }

    /** Ends it, so that the next test starts without it. */
    @Override
    public void close() {
        finish();
    }
}

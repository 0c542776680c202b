package io.graphtracker.backup;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** Runs for tests. */
public final class TestRuns {

    public static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-22T21:30:00+01:00[Europe/Berlin]");

    private TestRuns() {}

    /** Nobody looks on. */
    static BackupRun at(ZonedDateTime time) {
        return new BackupRun(BackupKind.MANUAL, time, System::nanoTime, progress -> {});
    }

    static BackupRun any() {
        return at(NOW);
    }

    /**
     * Somebody is told of each step, and could cancel: by the clock of this run, between two looks at it a second passes. What
     * the listener throws would get lost in SQLite.
     */
    static BackupRun watched(ZonedDateTime time, BiConsumer<BackupRun, BackupProgress> listener) {
        AtomicLong nanos = new AtomicLong();
        AtomicReference<BackupRun> run = new AtomicReference<>();
        run.set(new BackupRun(
                BackupKind.MANUAL,
                time,
                () -> nanos.addAndGet(Duration.ofSeconds(1).toNanos()),
                progress -> listener.accept(run.get(), progress)));
        return run.get();
    }

    static BackupRun watched(BiConsumer<BackupRun, BackupProgress> listener) {
        return watched(NOW, listener);
    }
}

package io.graphtracker.backup;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** Jobs for tests. */
public final class TestJobs {

    public static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-22T21:30:00+01:00[Europe/Berlin]");

    private TestJobs() {}

    /** Without a listener. */
    static BackupJob at(ZonedDateTime time) {
        return new BackupJob(BackupKind.MANUAL, time, System::nanoTime, progress -> {});
    }

    static BackupJob any() {
        return at(NOW);
    }

    /**
     * With a listener for each step, which could cancel: by the clock of this job, a second passes between two reports.
     * What the listener throws would be lost in SQLite.
     */
    static BackupJob watched(ZonedDateTime time, BiConsumer<BackupJob, BackupProgress> listener) {
        AtomicLong nanos = new AtomicLong();
        AtomicReference<BackupJob> job = new AtomicReference<>();
        job.set(new BackupJob(
                BackupKind.MANUAL,
                time,
                () -> nanos.addAndGet(Duration.ofSeconds(1).toNanos()),
                progress -> listener.accept(job.get(), progress)));
        return job.get();
    }

    static BackupJob watched(BiConsumer<BackupJob, BackupProgress> listener) {
        return watched(NOW, listener);
    }
}

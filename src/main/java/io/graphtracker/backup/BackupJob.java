package io.graphtracker.backup;

import io.graphtracker.database.sqlite.ProgressMonitor;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A running backup: its progress, and its cancellation. It ends either cancelled, and then nothing is published, or
 * published, and then it can no longer be cancelled.
 */
public final class BackupJob implements ProgressMonitor {

    private enum Decision {
        OPEN,
        CANCELLED,
        PUBLISHED
    }

    /** Pages need only a few reports a second. */
    private static final long NANOS_BETWEEN_REPORTS = Duration.ofMillis(300).toNanos();

    private record Position(BackupPhase phase, long doneBytes, long totalBytes) {}

    private final BackupKind kind;
    private final ZonedDateTime startedAt;
    private final LongSupplier nanoTime;
    private final long startedNanos;
    private final Consumer<BackupProgress> listener;
    private final AtomicLong reportedNanos = new AtomicLong(0);
    private final AtomicReference<Decision> decision = new AtomicReference<>(Decision.OPEN);
    private volatile Position position = new Position(BackupPhase.COPYING, 0, 0);

    /**
     * Starts now.
     *
     * @param kind the purpose of the backup
     * @param nanoTime a monotonic clock, in nanoseconds; the time of day may be set back meanwhile
     * @param listener receives the progress a few times a second, on the threads that do the work
     */
    public BackupJob(
            BackupKind kind, ZonedDateTime startedAt, LongSupplier nanoTime, Consumer<BackupProgress> listener) {
        this.kind = kind;
        this.listener = listener;
        this.startedAt = startedAt;
        this.nanoTime = nanoTime;
        this.startedNanos = nanoTime.getAsLong();
    }

    BackupKind kind() {
        return kind;
    }

    ZonedDateTime startedAt() {
        return startedAt;
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedNanos);
    }

    public BackupProgress progress() {
        Position now = position;
        return new BackupProgress(startedAt, elapsed(), now.phase(), now.doneBytes(), now.totalBytes(), isCancelled());
    }

    /**
     * Starts the next phase.
     *
     * @throws BackupException {@code backup_cancelled} if it is cancelled
     */
    void enter(BackupPhase phase, long totalBytes) {
        throwIfCancelled();
        position = new Position(phase, 0, totalBytes);
        long now = elapsed().toNanos();
        if (now >= NANOS_BETWEEN_REPORTS) {
            // even right after another report: the phase may take long until its first one
            reportedNanos.set(now);
            listener.accept(progress());
        }
    }

    /** Sets how much of the phase is done. */
    @Override
    public void advanceTo(long doneBytes) {
        Position now = position;
        position = new Position(now.phase(), doneBytes, now.totalBytes());
        report();
    }

    /** Does nothing: whoever hashes meanwhile reports the progress. */
    @Override
    public void heartbeat() {}

    private void report() {
        long now = elapsed().toNanos();
        long last = reportedNanos.get();
        if (now - last >= NANOS_BETWEEN_REPORTS && reportedNanos.compareAndSet(last, now)) {
            listener.accept(progress());
        }
    }

    /**
     * Cancels it.
     *
     * @return false if it is already published
     */
    public boolean cancel() {
        return decision.compareAndSet(Decision.OPEN, Decision.CANCELLED) || isCancelled();
    }

    @Override
    public boolean isCancelled() {
        return decision.get() == Decision.CANCELLED;
    }

    /** @throws BackupException {@code backup_cancelled} if it is cancelled */
    @Override
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new BackupException(BackupProblem.BACKUP_CANCELLED);
        }
    }

    /**
     * Rules out a cancellation, immediately before the backup gets its name; may be repeated.
     *
     * @throws BackupException {@code backup_cancelled} if it is cancelled
     */
    void commit() {
        decision.compareAndSet(Decision.OPEN, Decision.PUBLISHED);
        throwIfCancelled();
    }
}

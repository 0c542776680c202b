package io.graphtracker.backup;

import io.graphtracker.database.sqlite.ProgressMonitor;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A backup under way, as seen from outside: how far it is, and that it is to stop. It ends in one of two ways that exclude
 * each other: cancelled, and then nothing is published; or published, and then it is too late to cancel.
 */
public final class BackupJob implements ProgressMonitor {

    private enum Decision {
        OPEN,
        CANCELLED,
        PUBLISHED
    }

    /** Pages need no more than a few a second. */
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
     * Begins now.
     *
     * @param kind what the backup is made for
     * @param nanoTime a clock that only goes forward, in nanoseconds; the time of day may be set back in the midst
     * @param listener told a few times a second how far it is, on the threads that do the work
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
     * Goes on to the next phase.
     *
     * @throws BackupException {@code backup_cancelled} if it is to stop
     */
    void enter(BackupPhase phase, long totalBytes) {
        throwIfCancelled();
        position = new Position(phase, 0, totalBytes);
        long now = elapsed().toNanos();
        if (now >= NANOS_BETWEEN_REPORTS) {
            // whatever was told a moment ago: what follows may take long without a word
            reportedNanos.set(now);
            listener.accept(progress());
        }
    }

    /** Notes how much of the phase is done. */
    @Override
    public void advanceTo(long doneBytes) {
        Position now = position;
        position = new Position(now.phase(), doneBytes, now.totalBytes());
        report();
    }

    /** How far it is is told by those who hash meanwhile. */
    @Override
    public void goOn() {}

    private void report() {
        long now = elapsed().toNanos();
        long last = reportedNanos.get();
        if (now - last >= NANOS_BETWEEN_REPORTS && reportedNanos.compareAndSet(last, now)) {
            listener.accept(progress());
        }
    }

    /**
     * Asks it to stop.
     *
     * @return whether it will; otherwise it is published already
     */
    public boolean cancel() {
        return decision.compareAndSet(Decision.OPEN, Decision.CANCELLED) || isCancelled();
    }

    @Override
    public boolean isCancelled() {
        return decision.get() == Decision.CANCELLED;
    }

    /**
     * To be asked between two pieces of work.
     *
     * @throws BackupException {@code backup_cancelled} if it is to stop
     */
    @Override
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new BackupException(BackupProblem.BACKUP_CANCELLED);
        }
    }

    /**
     * The last moment before the backup gets its name; may be repeated.
     *
     * @throws BackupException {@code backup_cancelled} if it is to stop
     */
    void commit() {
        decision.compareAndSet(Decision.OPEN, Decision.PUBLISHED);
        throwIfCancelled();
    }
}

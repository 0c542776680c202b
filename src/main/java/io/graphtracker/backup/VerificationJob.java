package io.graphtracker.backup;

import io.graphtracker.database.sqlite.ProgressMonitor;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A check under way, as seen from outside: how far it is, and that it is to stop. It stops by itself when its time is over, for
 * the file may be a stranger's.
 */
public final class VerificationJob implements ProgressMonitor {

    /** Pages need no more than a few a second. */
    private static final long NANOS_BETWEEN_REPORTS = Duration.ofMillis(300).toNanos();

    private static final long NANOS_BETWEEN_SECONDS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private final Consumer<VerificationProgress> listener;
    private final AtomicReference<VerificationProgress> told = new AtomicReference<>(VerificationProgress.NONE);
    private final AtomicLong reportedNanos = new AtomicLong();
    private volatile long startedNanos;
    private volatile long enteredNanos;
    private volatile Duration limit = Duration.ofDays(1);
    private volatile long totalBytes;
    private volatile boolean cancelled;

    /**
     * Begins now.
     *
     * @param listener told a few times a second, on the thread that checks, how far it is
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    VerificationJob(Consumer<VerificationProgress> listener, LongSupplier nanoTime) {
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.startedNanos = nanoTime.getAsLong();
        this.enteredNanos = startedNanos;
    }

    /**
     * One that somebody looks at.
     *
     * @param listener told a few times a second, on the thread that checks, how far it is
     */
    public static VerificationJob watched(Consumer<VerificationProgress> listener) {
        return new VerificationJob(listener, System::nanoTime);
    }

    /** One that nobody looks at. */
    public static VerificationJob alone() {
        return watched(progress -> {});
    }

    /** Sets how long it may take from now on. */
    public void limitTo(Duration allowed) {
        startedNanos = nanoTime.getAsLong();
        limit = allowed;
    }

    /** Goes on to read so many bytes, or to something that cannot be measured. */
    public void enter(long newTotalBytes) {
        throwIfCancelled();
        totalBytes = newTotalBytes;
        // whatever was told a moment ago: what follows may take long without a word
        enteredNanos = nanoTime.getAsLong();
        reportedNanos.set(enteredNanos);
        tell(newTotalBytes > 0 ? VerificationProgress.read(0) : VerificationProgress.NONE);
    }

    /** Asks it to stop; it does so within a moment. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedNanos);
    }

    @Override
    public boolean isCancelled() {
        return cancelled || isOverdue();
    }

    private boolean isOverdue() {
        return elapsed().compareTo(limit) > 0;
    }

    @Override
    public void throwIfCancelled() {
        if (cancelled) {
            throw BackupException.ofKind(BackupProblem.BACKUP_CANCELLED, "check", null);
        }
        if (isOverdue()) {
            throw BackupException.ofKind(
                    BackupProblem.BACKUP_CANCELLED, "check-overdue", null, String.valueOf(limit.toMinutes()));
        }
    }

    @Override
    public void advanceTo(long doneBytes) {
        throwIfCancelled();
        if (totalBytes > 0 && isTimeToTell(NANOS_BETWEEN_REPORTS)) {
            tell(VerificationProgress.read((int) Math.min(100, 100 * doneBytes / totalBytes)));
        }
    }

    @Override
    public void goOn() {
        if (totalBytes <= 0 && isTimeToTell(NANOS_BETWEEN_SECONDS)) {
            tell(VerificationProgress.looking(Duration.ofNanos(nanoTime.getAsLong() - enteredNanos)));
        }
    }

    private boolean isTimeToTell(long nanosBetween) {
        long now = nanoTime.getAsLong();
        long last = reportedNanos.get();
        return now - last >= nanosBetween && reportedNanos.compareAndSet(last, now);
    }

    private void tell(VerificationProgress progress) {
        if (!progress.equals(told.getAndSet(progress))) {
            listener.accept(progress);
        }
    }
}

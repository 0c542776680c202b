package io.graphtracker.backup;

import io.graphtracker.database.sqlite.ProgressMonitor;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A running verification: its progress, and its cancellation. It has a time limit, since the file may be a stranger's,
 * made so that checking it never ends.
 *
 * @see "docs/decisions/2026-11-25-checks-that-end.md"
 */
public final class VerificationJob implements ProgressMonitor {

    /** Pages need only a few reports a second. */
    private static final long NANOS_BETWEEN_REPORTS = Duration.ofMillis(300).toNanos();

    /** A gentle verification works for this long, and then rests for as long. */
    static final long NANOS_BETWEEN_RESTS = Duration.ofMillis(50).toNanos();

    private static final long NANOS_BETWEEN_SECONDS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private final Consumer<VerificationProgress> listener;
    private final AtomicReference<VerificationProgress> reported = new AtomicReference<>(VerificationProgress.NONE);
    private final AtomicLong reportedNanos = new AtomicLong();
    private final LongConsumer rest;
    private volatile long restedNanos;
    private volatile long startedNanos;
    private volatile long enteredNanos;
    private volatile Duration limit = Duration.ofDays(1);
    private volatile long totalBytes;
    private volatile boolean cancelled;

    /**
     * Starts now.
     *
     * @param listener receives the progress a few times a second, on the thread that verifies
     * @param nanoTime a monotonic clock, in nanoseconds
     */
    VerificationJob(Consumer<VerificationProgress> listener, LongSupplier nanoTime) {
        this(listener, nanoTime, nanos -> {});
    }

    /** @param rest called now and then with how long to rest, in nanoseconds */
    VerificationJob(Consumer<VerificationProgress> listener, LongSupplier nanoTime, LongConsumer rest) {
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.rest = rest;
        this.startedNanos = nanoTime.getAsLong();
        this.enteredNanos = startedNanos;
        this.restedNanos = startedNanos;
    }

    /**
     * Starts one whose progress is shown.
     *
     * @param listener receives the progress a few times a second, on the thread that verifies
     */
    public static VerificationJob watched(Consumer<VerificationProgress> listener) {
        return new VerificationJob(listener, System::nanoTime);
    }

    /** Starts one whose progress is not shown. */
    public static VerificationJob unwatched() {
        return watched(progress -> {});
    }

    /**
     * Starts one that nobody waits for: half of the time it rests, so that those who use the application meanwhile have
     * the disk and the processor.
     *
     * @param listener receives the progress a few times a second, on the thread that verifies
     */
    public static VerificationJob gentle(Consumer<VerificationProgress> listener) {
        return new VerificationJob(listener, System::nanoTime, LockSupport::parkNanos);
    }

    /** Sets the time limit, which starts now. */
    public void limitTo(Duration allowed) {
        startedNanos = nanoTime.getAsLong();
        limit = allowed;
    }

    /**
     * Starts the next phase.
     *
     * @param newTotalBytes to be read; 0 if the progress of the phase cannot be measured
     */
    public void enter(long newTotalBytes) {
        throwIfCancelled();
        totalBytes = newTotalBytes;
        // even right after another report: the phase may take long until its first one
        enteredNanos = nanoTime.getAsLong();
        reportedNanos.set(enteredNanos);
        report(newTotalBytes > 0 ? VerificationProgress.reading(0) : VerificationProgress.NONE);
    }

    /** Cancels it; it ends within a moment. */
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
            throw BackupException.of(ProblemKind.CHECK_CANCELLED);
        }
        if (isOverdue()) {
            throw BackupException.of(ProblemKind.CHECK_OVERDUE, String.valueOf(limit.toMinutes()));
        }
    }

    @Override
    public void advanceTo(long doneBytes) {
        restNowAndThen();
        throwIfCancelled();
        if (totalBytes > 0 && isReportDue(NANOS_BETWEEN_REPORTS)) {
            report(VerificationProgress.reading((int) Math.min(100, 100 * doneBytes / totalBytes)));
        }
    }

    @Override
    public void heartbeat() {
        restNowAndThen();
        if (totalBytes <= 0 && isReportDue(NANOS_BETWEEN_SECONDS)) {
            report(VerificationProgress.checking(Duration.ofNanos(nanoTime.getAsLong() - enteredNanos)));
        }
    }

    private void restNowAndThen() {
        if (nanoTime.getAsLong() - restedNanos >= NANOS_BETWEEN_RESTS) {
            rest.accept(NANOS_BETWEEN_RESTS);
            restedNanos = nanoTime.getAsLong();
        }
    }

    private boolean isReportDue(long nanosBetween) {
        long now = nanoTime.getAsLong();
        long last = reportedNanos.get();
        return now - last >= nanosBetween && reportedNanos.compareAndSet(last, now);
    }

    private void report(VerificationProgress progress) {
        if (!progress.equals(reported.getAndSet(progress))) {
            listener.accept(progress);
        }
    }
}

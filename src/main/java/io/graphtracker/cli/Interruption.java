package io.graphtracker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl+C, or a signal to terminate: cancels the command, and lets the process end once it has cleaned up. The exit code is
 * that of the JVM then: 128 and the number of the signal.
 */
final class Interruption {

    private final CountDownLatch ended = new CountDownLatch(1);

    /** Guarded, like all below, by this. */
    private final List<Runnable> cancellations = new ArrayList<>();

    private boolean interrupted;
    private boolean asking;

    /** Makes this process call {@link #interrupt} when it is to end. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interruption"));
    }

    /** Adds what cancels the command, which is run at once if it is to end already. */
    void onInterrupt(Runnable cancel) {
        synchronized (this) {
            cancellations.add(cancel);
            if (!interrupted) {
                return;
            }
        }
        cancel.run();
    }

    /** Cancels the command. */
    void cancel() {
        List<Runnable> all;
        synchronized (this) {
            interrupted = true;
            all = List.copyOf(cancellations);
        }
        all.forEach(Runnable::run);
    }

    /** Cancels the command if it is running, and waits until it has ended. */
    void interrupt() {
        if (ended.getCount() == 0) {
            return;
        }
        cancel();
        if (isAsking()) {
            // nothing is done meanwhile, and the answer may never come
            return;
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Asks a question, which is not waited for if the command is to end.
     *
     * @return the answer; null if there is none, or the command is to end
     */
    @Nullable
    String ask(Callable<@Nullable String> question) throws Exception {
        setAsking(true);
        try {
            String answer = question.call();
            return isInterrupted() ? null : answer;
        } finally {
            setAsking(false);
        }
    }

    private synchronized void setAsking(boolean now) {
        asking = now;
    }

    private synchronized boolean isAsking() {
        return asking;
    }

    private synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** The command has ended, and told so. */
    void end() {
        ended.countDown();
    }
}

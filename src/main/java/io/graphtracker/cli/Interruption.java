package io.graphtracker.cli;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl+C, or a signal to terminate: cancels the command, and lets the process end once it has cleaned up. The exit code is
 * that of the JVM then: 128 and the number of the signal.
 */
final class Interruption {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Queue<Runnable> cancellations = new ConcurrentLinkedQueue<>();
    private volatile boolean interrupted;

    /** Makes this process call {@link #interrupt} when it is to end. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interruption"));
    }

    /** Adds what cancels the command, which is run at once if it is to end already. */
    void onInterrupt(Runnable cancel) {
        cancellations.add(cancel);
        if (interrupted) {
            cancel.run();
        }
    }

    /** Cancels the command. */
    void cancel() {
        interrupted = true;
        cancellations.forEach(Runnable::run);
    }

    /** Cancels the command if it is running, and waits until it has ended. */
    void interrupt() {
        if (ended.getCount() == 0) {
            return;
        }
        cancel();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the command is to end. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** The command has ended, and told so. */
    void end() {
        ended.countDown();
    }
}

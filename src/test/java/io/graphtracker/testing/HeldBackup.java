package io.graphtracker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Holds the next backup midway until it is closed. Only the first backup is held, later ones continue. */
public final class HeldBackup implements AutoCloseable {

    private final AtomicBoolean first = new AtomicBoolean(true);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private volatile @Nullable RuntimeException failure;

    private HeldBackup() {}

    /** Stops a backup where it asks the volume for its free space. */
    public static HeldBackup on(StubVolumeSpace space) {
        HeldBackup held = new HeldBackup();
        space.answer(held::hold);
        return held;
    }

    /** Waits until the backup is held. */
    public void awaitReached() {
        await(reached);
    }

    /** Lets the backup continue, and fail at once. */
    public void failWith(RuntimeException exception) {
        failure = exception;
        close();
    }

    /** Lets the backup continue. */
    @Override
    public void close() {
        goOn.countDown();
    }

    private long hold() {
        if (isBackup() && first.getAndSet(false)) {
            reached.countDown();
            await(goOn);
            if (failure != null) {
                throw failure;
            }
        }
        return Long.MAX_VALUE;
    }

    /** Pages that read the folder ask for the free space as well. */
    private static boolean isBackup() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().endsWith(".BackupProcedure")));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

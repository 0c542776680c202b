package io.graphtracker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Holds the next backup in its midst until it is closed. Only the first backup is held, a later one goes on. */
public final class HeldBackup implements AutoCloseable {

    private final AtomicBoolean first = new AtomicBoolean(true);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private volatile @Nullable RuntimeException failure;

    private HeldBackup() {}

    /** From now on a backup stops where it asks the volume for its space. */
    public static HeldBackup on(StubVolumeSpace space) {
        HeldBackup held = new HeldBackup();
        space.answer(held::hold);
        return held;
    }

    /** Waits until the backup is in its midst. */
    public void awaitReached() {
        await(reached);
    }

    /** Lets the backup go on, and fail at once. */
    public void failWith(RuntimeException exception) {
        failure = exception;
        close();
    }

    /** Lets the backup go on. */
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

    /** Pages that look into the folder ask the volume as well. */
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

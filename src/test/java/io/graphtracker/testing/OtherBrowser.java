package io.graphtracker.testing;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A second browser, open beside the first, with a session of its own. Since Karibu has one browser for each thread, it
 * lives in a thread of its own.
 */
public final class OtherBrowser implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    OtherBrowser(Runnable startSession) {
        submit(Executors.callable(startSession));
    }

    /** Runs an action in this browser, after all that was pushed to it has arrived. */
    public <T> T call(Callable<T> work) {
        return submit(() -> {
            MockVaadin.runUIQueue();
            return work.call();
        });
    }

    private <T> T submit(Callable<T> work) {
        try {
            return thread.submit(work).get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("In the other browser", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs an action in this browser. */
    public void run(Runnable work) {
        call(Executors.callable(work));
    }

    @Override
    public void close() {
        submit(Executors.callable(MockVaadin::tearDown));
        thread.shutdown();
    }
}

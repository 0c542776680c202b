package io.graphtracker.testing;

import io.graphtracker.project.ui.PushTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time between two pushes to a page: none, unless a test holds it. */
public class StubPushTimer extends PushTimer {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean held;
    private boolean everythingHeld;

    @Override
    public void after(Duration delay, Runnable work) {
        if (!keep(delay, work)) {
            work.run();
        }
    }

    private synchronized boolean keep(Duration delay, Runnable work) {
        boolean keep = everythingHeld || held && !delay.isZero();
        if (keep) {
            waiting.add(work);
        }
        return keep;
    }

    /** Lets no time pass until {@link #passPause}. */
    public synchronized void hold() {
        held = true;
    }

    /** Lets nothing begin either, as if no thread were free, until {@link #passPause}. */
    public synchronized void holdEverything() {
        everythingHeld = true;
    }

    /** How much waits for {@link #passPause}. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Lets pass what has to pass until the next push; what follows waits again. */
    public void passPause() {
        take().forEach(Runnable::run);
    }

    private synchronized List<Runnable> take() {
        List<Runnable> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    public synchronized void reset() {
        held = false;
        everythingHeld = false;
        waiting.clear();
    }

    /** Puts it in the place of the real one. */
    @TestConfiguration
    public static class Configuration {
        @Bean
        @Primary
        StubPushTimer stubPushTimer() {
            return new StubPushTimer();
        }
    }
}

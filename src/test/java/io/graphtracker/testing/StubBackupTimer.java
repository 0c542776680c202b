package io.graphtracker.testing;

import io.graphtracker.backup.BackupTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A timer whose tasks run when a test says so. */
public class StubBackupTimer extends BackupTimer {

    private final List<Runnable> waiting = new ArrayList<>();

    public StubBackupTimer() {
        super(Runnable::run);
    }

    @Override
    public synchronized void after(Duration delay, Runnable work) {
        waiting.add(work);
    }

    /** Runs the oldest scheduled task. */
    public void runFirst() {
        first().run();
    }

    private synchronized Runnable first() {
        return waiting.removeFirst();
    }

    public synchronized void reset() {
        waiting.clear();
    }

    /** Replaces the real one. */
    @TestConfiguration
    public static class Configuration {
        @Bean
        @Primary
        StubBackupTimer stubBackupTimer() {
            return new StubBackupTimer();
        }
    }
}

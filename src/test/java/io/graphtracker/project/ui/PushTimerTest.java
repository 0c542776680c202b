package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Pages that wait for the database must not take the threads of the rest of the application. */
class PushTimerTest {

    @Test
    void eachWorkHasAThreadOfItsOwn() {
        try (PushTimer timer = new PushTimer()) {
            CompletableFuture<Boolean> ended = new CompletableFuture<>();
            CompletableFuture<Boolean> virtual = new CompletableFuture<>();
            timer.after(Duration.ZERO, ended::join);
            timer.after(
                    Duration.ofMillis(1),
                    () -> virtual.complete(Thread.currentThread().isVirtual()));

            assertThat(virtual.join()).isTrue();
            ended.complete(true);
        }
    }

    @Test
    void whoeverComesAfterTheEndDoesNotFail() {
        PushTimer timer = new PushTimer();
        timer.close();

        assertThatCode(() -> timer.after(Duration.ZERO, () -> {})).doesNotThrowAnyException();
    }
}

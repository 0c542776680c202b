package io.graphtracker.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CoalescingTaskTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<Long> answered = new ArrayList<>();
    private Runnable during = () -> {};
    private final CoalescingTask task = new CoalescingTask(threads::add, number -> {
        answered.add(number);
        during.run();
    });

    @Test
    void nothingRunsBeforeItIsRequested() {
        assertThat(threads).isEmpty();
    }

    @Test
    void requestsBeforeARunAreAnsweredByOneRun() {
        task.request();
        long last = task.request();

        threads.remove().run();

        assertThat(threads).isEmpty();
        assertThat(answered).containsExactly(last);
    }

    @Test
    void requestsDuringARunAreAnsweredByOneMoreAfterIt() {
        long first = task.request();
        during = () -> {
            during = () -> {};
            task.request();
            task.request();
            assertThat(threads).as("never two at once").isEmpty();
        };

        threads.remove().run();

        assertThat(threads).isEmpty();
        assertThat(answered).containsExactly(first, first + 2);
        task.request();
        assertThat(threads).as("the next one begins again").hasSize(1);
    }

    @Test
    void afterAnErrorTheNextRequestIsAnswered() {
        during = () -> {
            throw new StackOverflowError();
        };
        task.request();
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> threads.remove().run());

        during = () -> {};
        long last = task.request();
        threads.remove().run();

        assertThat(answered).endsWith(last);
    }

    @Test
    void afterARefusalOfTheExecutorTheNextRequestIsAnswered() {
        boolean[] refuses = {true};
        CoalescingTask refused = new CoalescingTask(
                run -> {
                    if (refuses[0]) {
                        throw new RejectedExecutionException();
                    }
                    run.run();
                },
                answered::add);
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(refused::request);

        refuses[0] = false;
        long last = refused.request();

        assertThat(answered).containsExactly(last);
    }
}

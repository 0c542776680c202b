package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SerialRefreshTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Long> runs = new ArrayList<>();

    @Test
    void requestsBeforeARunShareIt() {
        SerialRefresh refresh = new SerialRefresh(tasks::add, runs::add);

        assertThat(refresh.request()).isEqualTo(1);
        assertThat(refresh.request()).isEqualTo(2);

        assertThat(tasks).hasSize(1);
        runNext();
        assertThat(runs).containsExactly(2L);
        assertThat(refresh.request()).isEqualTo(3);
        runNext();
        assertThat(runs).containsExactly(2L, 3L);
    }

    @Test
    void aRequestDuringARunIsServedByAnotherOneAfterIt() {
        List<SerialRefresh> self = new ArrayList<>();
        self.add(new SerialRefresh(tasks::add, number -> {
            runs.add(number);
            if (number == 1) {
                self.getFirst().request();
                assertThat(tasks).as("never two at once").isEmpty();
            }
        }));

        self.getFirst().request();
        runNext();

        assertThat(runs).containsExactly(1L, 2L);
        assertThat(tasks).isEmpty();
    }

    /** Otherwise pages would never be updated again. */
    @Test
    void anErrorDoesNotStopLaterRuns() {
        SerialRefresh refresh = new SerialRefresh(tasks::add, number -> {
            runs.add(number);
            if (number == 1) {
                throw new LinkageError("made by the test");
            }
        });

        refresh.request();
        assertThatThrownBy(this::runNext).isInstanceOf(LinkageError.class);
        refresh.request();
        runNext();

        assertThat(runs).containsExactly(1L, 2L);
    }

    @Test
    void aRequestDuringARunThatFailsIsServedAllTheSame() {
        List<SerialRefresh> self = new ArrayList<>();
        self.add(new SerialRefresh(tasks::add, number -> {
            runs.add(number);
            if (number == 1) {
                self.getFirst().request();
                throw new IllegalStateException("made by the test");
            }
        }));

        self.getFirst().request();
        assertThatThrownBy(this::runNext).isInstanceOf(IllegalStateException.class);
        runNext();

        assertThat(runs).containsExactly(1L, 2L);
    }

    @Test
    void theFailureOfARunIsThrownEvenIfTheNextOneIsRefused() {
        List<SerialRefresh> self = new ArrayList<>();
        self.add(new SerialRefresh(
                task -> {
                    if (!runs.isEmpty()) {
                        throw new RejectedExecutionException("closed");
                    }
                    tasks.add(task);
                },
                number -> {
                    runs.add(number);
                    self.getFirst().request();
                    throw new IllegalStateException("made by the test");
                }));

        self.getFirst().request();

        assertThatIllegalStateException()
                .isThrownBy(this::runNext)
                .withMessage("made by the test")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement(InstanceOfAssertFactories.THROWABLE)
                        .hasMessage("closed"));
    }

    @Test
    void anExecutorThatRefusesDoesNotStopLaterRuns() {
        List<Runnable> refused = new ArrayList<>();
        SerialRefresh refresh = new SerialRefresh(
                task -> {
                    if (refused.isEmpty()) {
                        refused.add(task);
                        throw new RejectedExecutionException();
                    }
                    tasks.add(task);
                },
                runs::add);

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(refresh::request);
        refresh.request();
        runNext();

        assertThat(runs).containsExactly(2L);
    }

    private void runNext() {
        tasks.remove().run();
    }
}

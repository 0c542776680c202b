package io.graphtracker.backup.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.schedule.LastRun;
import io.graphtracker.backup.schedule.RunEnded;
import io.graphtracker.backup.schedule.RunOutcome;
import io.graphtracker.testing.StubBackupTimer;
import java.io.IOException;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After which runs the address is called, and how often. */
class SuccessCallsTest {

    private static final CallResult ANSWERED = new CallResult(Instant.EPOCH, null, 200);
    private static final CallResult FAILED = new CallResult(Instant.EPOCH, CallProblem.STATUS, 500);

    private final WatchStore store = mock(WatchStore.class);
    private final CallClient client = mock(CallClient.class);
    private final StubBackupTimer timer = new StubBackupTimer();
    private final SuccessCalls calls = new SuccessCalls(store, client, timer, Runnable::run, event -> {});

    @BeforeEach
    void setAddress() throws IOException {
        when(store.read())
                .thenReturn(new WatchState(new WatchSettings(7, "https://example.org/x"), null, null, null, null));
        when(client.call(any())).thenReturn(ANSWERED);
    }

    private void end(RunOutcome outcome) {
        calls.on(new RunEnded(new LastRun(1, Instant.EPOCH, Instant.EPOCH, outcome, "b.sqlite", "", "", 0, false)));
    }

    private void verifyCalls(int count) {
        verify(client, times(count)).call(any());
    }

    private void assertNothingWaits() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(timer::runFirst);
    }

    @ParameterizedTest
    @EnumSource
    void onlyGoodRunsAreTold(RunOutcome outcome) throws IOException {
        end(outcome);

        verifyCalls(outcome == RunOutcome.MADE || outcome == RunOutcome.UNCHANGED ? 1 : 0);
    }

    @Test
    void eachRunIsTold() throws IOException {
        end(RunOutcome.MADE);
        end(RunOutcome.UNCHANGED);

        verifyCalls(2);
        verify(store, times(2)).save(ANSWERED);
    }

    @Test
    void aFailureIsStoredAndTriedAgainAFewTimes() throws IOException {
        when(client.call(any())).thenReturn(FAILED);

        end(RunOutcome.MADE);
        SuccessCalls.PAUSES.forEach(pause -> timer.runFirst());

        verifyCalls(1 + SuccessCalls.PAUSES.size());
        verify(store, times(1 + SuccessCalls.PAUSES.size())).save(FAILED);
        assertNothingWaits();
    }

    @Test
    void anAnswerEndsTheAttempts() throws IOException {
        when(client.call(any())).thenReturn(FAILED, ANSWERED);

        end(RunOutcome.MADE);
        timer.runFirst();

        verify(store).save(ANSWERED);
        assertNothingWaits();
    }

    @Test
    void aLaterRunReplacesTheAttemptsOfAnEarlierOne() throws IOException {
        when(client.call(any())).thenReturn(FAILED, ANSWERED);
        end(RunOutcome.MADE);
        end(RunOutcome.MADE);

        timer.runFirst();

        verifyCalls(2);
        assertNothingWaits();
    }

    @Test
    void withoutAnAddressNothingIsCalled() throws IOException {
        when(store.read()).thenReturn(WatchState.NONE);

        end(RunOutcome.MADE);

        verifyCalls(0);
        verify(store, never()).save(any(CallResult.class));
    }

    @Test
    void settingsThatCannotBeReadCallNothingAndFailNothing() throws IOException {
        when(store.read()).thenThrow(new OperationsDatabaseException(OperationsDatabaseProblem.LOCKED, "locked", null));

        end(RunOutcome.MADE);

        verifyCalls(0);
        assertThat(calls.callNow()).isEmpty();
    }
}

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
import io.graphtracker.backup.schedule.RunOutcome;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleChanged;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.ScheduleState;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.testing.StubBackupTimer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;

/** After which runs the address is called, and how often. */
class SuccessCallsTest {

    private static final CallResult ANSWERED = new CallResult(Instant.EPOCH, null, 200);
    private static final CallResult FAILED = new CallResult(Instant.EPOCH, CallProblem.STATUS, 500);

    private final WatchStore store = mock(WatchStore.class);
    private final ScheduleService schedules = mock(ScheduleService.class);
    private final CallClient client = mock(CallClient.class);
    private final StubBackupTimer timer = new StubBackupTimer();
    private final SettableClock clock = new SettableClock();
    private final SuccessCalls calls =
            new SuccessCalls(store, schedules, client, timer, Runnable::run, event -> {}, clock);

    @BeforeEach
    void setAddress() throws IOException {
        when(store.read())
                .thenReturn(new WatchState(
                        WatchSettings.DEFAULT.withCallAddress("https://example.org/x"), null, null, null, null));
        when(client.call(any())).thenReturn(ANSWERED);
        calls.on(mock(ApplicationReadyEvent.class));
    }

    private void end(long number, RunOutcome outcome, Instant endedAt) throws IOException {
        LastRun run = new LastRun(number, endedAt, endedAt, outcome, "b.sqlite", "", "", 0, false);
        when(schedules.state())
                .thenReturn(
                        Optional.of(new ScheduleState(Schedule.recommended(ZoneOffset.UTC), null, null, null, run)));
        calls.on(new ScheduleChanged());
    }

    private void end(long number, RunOutcome outcome) throws IOException {
        end(number, outcome, clock.instant());
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
        end(1, outcome);

        verifyCalls(outcome == RunOutcome.MADE || outcome == RunOutcome.UNCHANGED ? 1 : 0);
    }

    @Test
    void eachRunIsToldOnce() throws IOException {
        end(1, RunOutcome.MADE);
        end(1, RunOutcome.MADE);
        verifyCalls(1);
        end(2, RunOutcome.UNCHANGED);

        verifyCalls(2);
        verify(store, times(2)).save(ANSWERED);
    }

    @Test
    void runsFromBeforeTheStartAreNotToldAgain() throws IOException {
        end(1, RunOutcome.MADE, clock.instant().minusSeconds(1));

        verifyCalls(0);
    }

    @Test
    void aFailureIsStoredAndTriedAgainAFewTimes() throws IOException {
        when(client.call(any())).thenReturn(FAILED);

        end(1, RunOutcome.MADE);
        SuccessCalls.PAUSES.forEach(pause -> timer.runFirst());

        verifyCalls(1 + SuccessCalls.PAUSES.size());
        verify(store, times(1 + SuccessCalls.PAUSES.size())).save(FAILED);
        assertNothingWaits();
    }

    @Test
    void anAnswerEndsTheAttempts() throws IOException {
        when(client.call(any())).thenReturn(FAILED, ANSWERED);

        end(1, RunOutcome.MADE);
        timer.runFirst();

        verify(store).save(ANSWERED);
        assertNothingWaits();
    }

    @Test
    void aLaterRunReplacesTheAttemptsOfAnEarlierOne() throws IOException {
        when(client.call(any())).thenReturn(FAILED, ANSWERED);
        end(1, RunOutcome.MADE);
        end(2, RunOutcome.MADE);

        timer.runFirst();

        verifyCalls(2);
        assertNothingWaits();
    }

    @Test
    void withoutAnAddressNothingIsCalled() throws IOException {
        when(store.read()).thenReturn(WatchState.NONE);

        end(1, RunOutcome.MADE);

        verifyCalls(0);
        verify(store, never()).save(any(CallResult.class));
    }

    @Test
    void settingsThatCannotBeReadCallNothingAndFailNothing() throws IOException {
        when(store.read()).thenThrow(new OperationsDatabaseException(OperationsDatabaseProblem.LOCKED, "locked", null));

        end(1, RunOutcome.MADE);

        verifyCalls(0);
        assertThat(calls.callNow()).isEmpty();
    }
}

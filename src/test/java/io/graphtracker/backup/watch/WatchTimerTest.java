package io.graphtracker.backup.watch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.graphtracker.backup.restore.RestoreDrill;
import io.graphtracker.testing.StubBackupTimer;
import java.util.NoSuchElementException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WatchTimerTest {

    private final SafetyMonitor monitor = mock(SafetyMonitor.class);
    private final RestoreDrill drill = mock(RestoreDrill.class);
    private final StubBackupTimer timer = new StubBackupTimer();
    private final WatchTimer watch =
            new WatchTimer(mock(WatchRuns.class), mock(WatchClaims.class), drill, monitor, timer, Runnable::run);

    /** For example for lack of threads. */
    @Test
    void aRefreshThatFailsDoesNotEndIt() {
        when(monitor.isSupported()).thenReturn(true);
        doThrow(new RejectedExecutionException("no thread")).when(monitor).refresh();
        watch.start();

        assertThatThrownBy(timer::runFirst).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(timer::runFirst).isInstanceOf(RejectedExecutionException.class);

        verify(monitor, times(2)).refresh();
    }

    @Test
    void whatCannotBeBackedUpIsNotWatched() {
        watch.start();

        assertThatThrownBy(timer::runFirst).isInstanceOf(NoSuchElementException.class);
        verifyNoInteractions(drill);
    }
}

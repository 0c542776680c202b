package io.graphtracker.backup.schedule;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is recorded of a run when its result cannot be stored. */
class RunResultsTest {

    private static final ScheduleState INTERRUPTED = new ScheduleState(
            ScheduleFixture.DAILY,
            null,
            null,
            new ScheduleState.Claim("token", Instant.EPOCH, Instant.EPOCH, false),
            null);

    private final ScheduleStore store = mock(ScheduleStore.class);
    private final AuditLog auditLog = mock(AuditLog.class);
    private final Texts texts = mock(Texts.class, call -> "text");
    private final RunResults results =
            new RunResults(store, auditLog, mock(BackupTexts.class), texts, event -> {}, new SettableClock());

    /** Otherwise each look would record it once more. */
    @Test
    void anInterruptedRunIsRecordedOnlyOnceItsEndIsStored() throws IOException {
        doThrow(new OperationsDatabaseException(OperationsDatabaseProblem.FULL, "full", null))
                .doNothing()
                .when(store)
                .end(any(), any(), any());

        assertThatExceptionOfType(OperationsDatabaseException.class).isThrownBy(() -> results.interrupted(INTERRUPTED));
        verifyNoInteractions(auditLog);

        results.interrupted(INTERRUPTED);
        verify(auditLog).add(any());
    }
}

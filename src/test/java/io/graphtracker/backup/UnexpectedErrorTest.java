package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.graphtracker.testing.CapturedLog;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class UnexpectedErrorTest {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedErrorTest.class);

    private final IllegalStateException error = new IllegalStateException("made by the test");

    @Test
    void theLogHasTheErrorUnderTheIdThatPeopleAreShown() {
        try (CapturedLog captured = new CapturedLog("io.graphtracker.backup")) {
            BackupException reason = UnexpectedError.logged(log, "The backup", error);

            assertThat(reason.problem()).isEqualTo(BackupProblem.UNEXPECTED);
            assertThat(reason.getCause()).isSameAs(error);
            String id = (String) reason.arguments()[0];
            assertThat(id).matches("[0-9a-f]{8}");
            assertThat(captured.messages(Level.ERROR)).containsExactly("The backup failed, error id " + id);
        }
    }

    @Test
    void whatFailedMayHaveATextOfItsOwn() {
        BackupException reason = UnexpectedError.logged(log, ProblemKind.IN_RESTORE, "The restore", error);

        assertThat(reason.is(ProblemKind.IN_RESTORE)).isTrue();
        assertThat(reason.is(ProblemKind.IN_OPERATION)).isFalse();
        assertThat(reason.arguments()).hasSize(1);
    }
}

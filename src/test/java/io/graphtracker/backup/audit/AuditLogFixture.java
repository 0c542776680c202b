package io.graphtracker.backup.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.testing.CapturedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An audit log in a folder of its own. */
abstract class AuditLogFixture {
    static final Instant NOW = Instant.parse("2026-11-22T20:30:00.123Z");

    @TempDir
    Path root;

    AuditLog auditLog;

    @BeforeEach
    void create() {
        auditLog = new AuditLog(new OperationsDatabase(new ProjectRoot(root)));
    }

    boolean attribute(String change) throws Exception {
        try {
            return new ProcessBuilder("chattr", change, auditLog.file().toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    void assertUnusable(OperationsDatabaseProblem problem) {
        assertUnusable();
        assertThatThrownBy(() -> auditLog.latest(1))
                .isInstanceOfSatisfying(
                        OperationsDatabaseException.class,
                        reason -> assertThat(reason.problem()).isEqualTo(problem));
        assertThat(auditLog.unrecorded()).contains(new UnrecordedEntries(1, NOW, problem));
    }

    void assertUnusable() {
        assertThatIOException().isThrownBy(() -> auditLog.latest(10)).withMessageContaining("operations.db");
        assertThatIOException().isThrownBy(auditLog::lastRestore);
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup.audit")) {
            assertThatCode(() -> auditLog.add(done("lost", NOW))).doesNotThrowAnyException();
            assertThat(log.messages(Level.ERROR))
                    .singleElement()
                    .asString()
                    .contains("lost")
                    .contains("local");
        }
    }

    static AuditEntry done(String backup, Instant at) {
        return AuditEntry.done(at, AuditEntryKind.MADE, backup, "local");
    }

    static List<String> names(List<AuditEntry> operations) {
        return operations.stream().map(AuditEntry::backup).toList();
    }
}

package io.graphtracker.backup.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.environment.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Other files in the place of the audit log, or in its way. */
class AuditLogFaultTest extends AuditLogFixture {
    @Test
    void garbageIsToldToWhoReadsAndLoggedForWhoWrites() throws IOException {
        Files.createDirectories(auditLog.file().getParent());
        Files.writeString(auditLog.file(), "This is no database. ".repeat(500));

        assertUnusable(OperationsDatabaseProblem.DAMAGED);
        assertThat(auditLog.file()).content().startsWith("This is no database.");
    }

    @Test
    void aFolderInItsPlaceIsToldToWhoReadsAndLoggedForWhoWrites() throws IOException {
        Files.createDirectories(auditLog.file());

        assertUnusable(OperationsDatabaseProblem.NOT_A_FILE);
    }

    @Test
    void anotherTableInItsPlaceIsToldToWhoReadsAndLoggedForWhoWrites() throws IOException, SQLException {
        Files.createDirectories(auditLog.file().getParent());
        try (Connection connection = TestDatabase.open(auditLog.file())) {
            TestDatabase.execute(connection, "CREATE TABLE operation (id)");
        }

        assertUnusable(OperationsDatabaseProblem.NEWER);
    }

    @Test
    void aLineThatIsNoneIsTold() throws IOException, SQLException {
        auditLog.add(done("a", NOW));
        try (Connection connection = TestDatabase.open(auditLog.file())) {
            TestDatabase.execute(
                    connection,
                    "INSERT INTO operation (id, at_millis, kind, backup, user_name, detail)"
                            + " VALUES ('x', 0, 'MADE', '', '', '')");
        }

        assertThatIOException().isThrownBy(() -> auditLog.latest(1)).withMessageContaining("operations.db");
    }

    /** Opening a pipe would block until a process writes to it. */
    @Test
    void aPipeInItsPlaceIsNotOpened() throws Exception {
        Files.createDirectories(auditLog.file().getParent());
        assumeTrue(
                new ProcessBuilder("mkfifo", auditLog.file().toString()).start().waitFor() == 0,
                "this system makes no pipes");

        assertUnusable(OperationsDatabaseProblem.NOT_A_FILE);
    }

    @Test
    void aViewInItsPlaceThatNeverEndsIsNotAsked() throws IOException, SQLException {
        Files.createDirectories(auditLog.file().getParent());
        try (Connection connection = TestDatabase.open(auditLog.file())) {
            TestDatabase.execute(
                    connection,
                    "CREATE VIEW operation AS WITH RECURSIVE n (number) AS"
                            + " (SELECT 1 UNION ALL SELECT number + 1 FROM n) SELECT number FROM n");
        }

        assertUnusable(OperationsDatabaseProblem.NEWER);
    }

    @Test
    void aTableThatTakesForEverToReadIsGivenUp() throws IOException, SQLException {
        Files.createDirectories(auditLog.file().getParent());
        try (Connection connection = TestDatabase.open(auditLog.file())) {
            TestDatabase.execute(
                    connection,
                    "CREATE TABLE operation (number)",
                    "INSERT INTO operation WITH RECURSIVE n (i) AS"
                            + " (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500000)"
                            + " SELECT i FROM n");
        }
        AuditLog impatient =
                new AuditLog(new OperationsDatabase(new ProjectRoot(root)), Duration.ofMillis(1), Duration.ofMillis(1));

        assertThatThrownBy(() -> impatient.latest(10))
                .isInstanceOfSatisfying(
                        OperationsDatabaseException.class,
                        reason -> assertThat(reason.problem()).isEqualTo(OperationsDatabaseProblem.SLOW));
    }

    @Test
    void whatANewerVersionWroteIsToldAsThat() throws IOException, SQLException {
        auditLog.add(done("a", NOW));
        try (Connection connection = TestDatabase.open(auditLog.file())) {
            TestDatabase.execute(connection, "PRAGMA user_version = 99");
        }

        assertUnusable(OperationsDatabaseProblem.NEWER);
    }

    @Test
    void whatCannotBeWrittenWhileItIsLockedIsToldAndMadeUpFor() throws Exception {
        AuditLog impatient = new AuditLog(
                new OperationsDatabase(new ProjectRoot(root)), Duration.ofMillis(100), Duration.ofMillis(20));
        impatient.add(done("first", NOW));
        assertThat(impatient.unrecorded()).isEmpty();
        try (Connection other = TestDatabase.open(auditLog.file())) {
            TestDatabase.execute(other, "BEGIN EXCLUSIVE");

            impatient.add(done("second", NOW.plusSeconds(1)));
            impatient.add(done("third", NOW.plusSeconds(2)));

            assertThat(impatient.unrecorded())
                    .contains(new UnrecordedEntries(2, NOW.plusSeconds(1), OperationsDatabaseProblem.LOCKED));
            assertThatThrownBy(() -> impatient.latest(9))
                    .isInstanceOfSatisfying(
                            OperationsDatabaseException.class,
                            reason -> assertThat(reason.problem()).isEqualTo(OperationsDatabaseProblem.LOCKED));
            TestDatabase.execute(other, "COMMIT");
        }

        assertThat(names(impatient.latest(9))).containsExactly("third", "second", "first");
        assertThat(impatient.unrecorded()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsMadeUpForWhenWhatIsInTheWayIsMovedAway() throws IOException {
        Files.createDirectories(auditLog.file());
        auditLog.add(done("a", NOW));
        assertThat(auditLog.unrecorded()).contains(new UnrecordedEntries(1, NOW, OperationsDatabaseProblem.NOT_A_FILE));
        Files.move(auditLog.file(), root.resolve("away"));

        auditLog.add(done("b", NOW.plusSeconds(1)));

        assertThat(names(auditLog.latest(9))).containsExactly("b", "a");
        assertThat(auditLog.unrecorded()).isEmpty();
    }

    @Test
    void evenManyThatWaitAreCounted() throws IOException {
        Files.createDirectories(auditLog.file().getParent());
        Files.writeString(auditLog.file(), "This is no database. ".repeat(500));
        AuditLog quick =
                new AuditLog(new OperationsDatabase(new ProjectRoot(root)), Duration.ofMillis(1), Duration.ofMillis(1));
        int many = PendingEntries.MAX + 5;
        for (int i = 0; i < many; i++) {
            quick.add(done("a", NOW));
        }

        assertThat(quick.unrecorded()).contains(new UnrecordedEntries(many, NOW, OperationsDatabaseProblem.DAMAGED));
    }

    /** Root may write to everything except an immutable file. */
    @Test
    void oneThatMayOnlyBeReadIsReadAndWhatIsMissingIsTold() throws Exception {
        auditLog.add(done("a", NOW));
        assumeTrue(attribute("+i"), "this system or file system makes no file immutable");
        try {
            auditLog.add(done("b", NOW));

            assertThat(auditLog.unrecorded())
                    .map(UnrecordedEntries::reason)
                    .contains(OperationsDatabaseProblem.READ_ONLY);
            assertThat(names(auditLog.latest(9))).containsExactly("a");
        } finally {
            attribute("-i");
        }
        assertThat(names(auditLog.latest(9))).containsExactly("b", "a");
    }
}

package io.graphtracker.backup.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.testing.OtherOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AuditLogTest extends AuditLogFixture {
    @Test
    void isEmptyAtFirst() throws IOException {
        assertThat(auditLog.latest(10)).isEmpty();
        assertThat(auditLog.lastRestore()).isEmpty();
    }

    @Test
    void theNewestComesFirstWhateverTheClockSays() throws IOException {
        auditLog.add(done("first", NOW));
        auditLog.add(done("second", NOW.minusSeconds(3600)));
        auditLog.add(done("third", NOW));

        assertThat(names(auditLog.latest(10))).containsExactly("third", "second", "first");
        assertThat(names(auditLog.latest(2))).containsExactly("third", "second");
        assertThat(auditLog.latest(0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachMemberSurvives(AuditEntryKind kind) throws IOException {
        AuditEntry all = new AuditEntry(
                UUID.randomUUID(),
                NOW,
                kind,
                "käse 'x'.sqlite",
                "Zoë",
                "backup_kept",
                "It \"stays\"; 1 %",
                "safe.sqlite");
        AuditEntry few = new AuditEntry(UUID.randomUUID(), NOW, kind, "", "local", null, "", null);
        auditLog.add(all);
        auditLog.add(few);

        assertThat(new AuditLog(new OperationsDatabase(new ProjectRoot(root))).latest(10))
                .containsExactly(few, all);
    }

    @Test
    void aKindOfALaterVersionIsUnknownAndHidesNothing() throws IOException, SQLException {
        auditLog.add(done("a", NOW));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + auditLog.file());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into operation (id, at_millis, kind, backup, user_name, detail)" + " values ('"
                    + UUID.randomUUID() + "', 0, 'ARCHIVED', 'b', 'zoe', '')");
        }
        auditLog.add(done("c", NOW));

        assertThat(auditLog.latest(10))
                .extracting(AuditEntry::kind)
                .containsExactly(AuditEntryKind.MADE, AuditEntryKind.UNKNOWN, AuditEntryKind.MADE);
    }

    @Test
    void theSameOneIsRecordedOnce() throws IOException {
        AuditEntry operation = done("a", NOW);
        auditLog.add(operation);
        auditLog.add(new AuditEntry(
                operation.id(), NOW, AuditEntryKind.DELETED, "other", "other", "unexpected", "other", null));

        assertThat(auditLog.latest(10)).containsExactly(operation);
    }

    @Test
    void theLastRestoreIsTheLastThatSucceeded() throws IOException {
        AuditEntry restored =
                new AuditEntry(UUID.randomUUID(), NOW, AuditEntryKind.RESTORED, "a", "local", null, "", "safe.sqlite");
        auditLog.add(restored);
        auditLog.add(AuditEntry.failed(NOW, AuditEntryKind.RESTORED, "b", "local", "restore_failed", "No."));
        auditLog.add(done("c", NOW));
        assertThat(auditLog.lastRestore()).contains(restored);

        AuditEntry undone = AuditEntry.done(NOW, AuditEntryKind.UNDONE, "a", "local");
        auditLog.add(undone);
        assertThat(auditLog.lastRestore()).contains(undone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE operation SET user_name = 'nobody'",
                "UPDATE operation SET number = 7",
                "DELETE FROM operation",
                "DELETE FROM operation WHERE number = 1",
                "UPDATE OR IGNORE operation SET kind = 'MADE'"
            })
    void nobodyChangesWhatIsRecorded(String sql) throws IOException, SQLException {
        AuditEntry operation = AuditEntry.done(NOW, AuditEntryKind.DELETED, "a", "local");
        auditLog.add(operation);

        try (Connection connection = TestDatabase.open(auditLog.file())) {
            assertThatThrownBy(() -> TestDatabase.execute(connection, sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("only added to");
        }
        assertThat(auditLog.latest(10)).containsExactly(operation);
    }

    /** Replacing a row fires no trigger for its deletion. */
    @ParameterizedTest
    @ValueSource(strings = {"REPLACE INTO", "INSERT OR REPLACE INTO", "INSERT OR IGNORE INTO", "INSERT INTO"})
    void nobodyPutsAnotherLineInThePlaceOfOne(String insert) throws IOException, SQLException {
        AuditEntry operation = AuditEntry.done(NOW, AuditEntryKind.DELETED, "a", "local");
        auditLog.add(operation);
        String columns = " operation (number, id, at_millis, kind, backup, user_name, detail) VALUES ";

        try (Connection connection = TestDatabase.open(auditLog.file())) {
            TestDatabase.execute(
                    connection,
                    insert + columns + "(1, '" + UUID.randomUUID() + "', 0, 'MADE', 'x', 'x', '')",
                    insert + columns + "(9, '" + operation.id() + "', 0, 'MADE', 'x', 'x', '')",
                    insert + columns + "(NULL, '" + operation.id() + "', 0, 'MADE', 'x', 'x', '')");
        }
        assertThat(auditLog.latest(10)).containsExactly(operation);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnersEyesOnly() throws IOException {
        auditLog.add(done("a", NOW));

        assertThat(auditLog.file()).isEqualTo(root.resolve("instance/operations.db"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(auditLog.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(auditLog.file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesNothingBesideIt() throws IOException {
        auditLog.add(done("a", NOW));
        auditLog.latest(10);

        assertThat(auditLog.file().getParent()).isDirectoryContaining(auditLog.file()::equals);
        try (var files = Files.list(auditLog.file().getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    /** As the first version created it, without a version number. */
    @Test
    void aRecordOfTheFirstVersionGoesOn() throws IOException, SQLException {
        auditLog.add(done("a", NOW));
        try (Connection connection = TestDatabase.open(auditLog.file())) {
            for (String later : TestDatabase.query(
                    connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name != 'operation'")) {
                if (!later.startsWith("sqlite_")) {
                    TestDatabase.execute(connection, "DROP TABLE " + later);
                }
            }
            TestDatabase.execute(connection, "PRAGMA user_version = 0");
        }
        AuditLog later = new AuditLog(new OperationsDatabase(new ProjectRoot(root)));

        assertThat(names(later.latest(9))).containsExactly("a");
        later.add(done("b", NOW));
        assertThat(names(later.latest(9))).containsExactly("b", "a");
    }

    @Test
    void aFileOfNoBytesIsNoRecordYet() throws IOException {
        Files.createDirectories(auditLog.file().getParent());
        Files.createFile(auditLog.file());

        assertThat(auditLog.latest(9)).isEmpty();
        auditLog.add(done("a", NOW));
        assertThat(names(auditLog.latest(9))).containsExactly("a");
    }

    /** Reading must not create a file where perhaps none is wanted, or possible. */
    @Test
    void toLookMakesNothing() throws IOException {
        auditLog.latest(9);

        assertThat(auditLog.file().getParent()).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void madeByRootInTheFolderOfAnotherItIsTheirs() throws Exception {
        assumeTrue(OtherOwner.canGive(root), "only root gives files away");
        Files.createDirectory(auditLog.file().getParent());
        OtherOwner.give(auditLog.file().getParent());

        auditLog.add(done("a", NOW));

        assertThat(OtherOwner.owns(auditLog.file())).isTrue();
    }

    @Test
    void whoAddsWaitsForWhoWrites() throws Exception {
        auditLog.add(done("first", NOW));
        CompletableFuture<Void> adding;
        try (Connection writer = TestDatabase.open(auditLog.file())) {
            TestDatabase.execute(writer, "BEGIN EXCLUSIVE");
            adding = CompletableFuture.runAsync(() -> auditLog.add(done("second", NOW)));
            assertThatThrownBy(() -> adding.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            TestDatabase.execute(writer, "COMMIT");
        }
        adding.get(30, TimeUnit.SECONDS);

        assertThat(names(auditLog.latest(10))).containsExactly("second", "first");
    }

    /** Each has an audit log of its own, as two processes would, and there is no file at first. */
    @Test
    void manyAddAtOnce() throws IOException {
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    AuditLog own = new AuditLog(new OperationsDatabase(new ProjectRoot(root)));
                    for (int i = 0; i < 25; i++) {
                        own.add(done(writer + "-" + i, NOW));
                    }
                }))
                .toList();
        writers.forEach(CompletableFuture::join);

        assertThat(names(auditLog.latest(1000))).hasSize(100).doesNotHaveDuplicates();
    }
}

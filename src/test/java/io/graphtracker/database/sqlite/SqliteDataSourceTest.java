package io.graphtracker.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.testing.RawNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDataSourceTest {

    @TempDir
    Path folder;

    private SqliteDataSource source;

    @BeforeEach
    void createTable() throws IOException, SQLException {
        source = new SqliteDataSource(Files.createFile(folder.resolve("plan.db")));
        try (Connection connection = source.getConnection()) {
            execute(connection, "create table t (a integer)");
        }
    }

    @ParameterizedTest
    @CsvSource({"journal_mode,wal", "foreign_keys,1", "busy_timeout,5000", "synchronous,1"})
    void everyConnectionHasTheSettingsWeRelyOn(String pragma, String value) throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThat(query(connection, "pragma " + pragma)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a?b",
                "a#b",
                "a%41b",
                "a%b",
                "a?mode=memory",
                "a?journal_mode=DELETE",
                "ä&=;+b",
                "-",
                "a'b"
            })
    void anyNameOfFolderAndFileIsTakenLiterally(String name) throws Exception {
        RawNames.assumePossible(name);
        Path file = Files.createFile(Files.createDirectory(folder.resolve(name)).resolve(name + ".db"));

        try (Connection connection = new SqliteDataSource(file).getConnection()) {
            execute(connection, "create table t (a integer)");
            execute(connection, "insert into t values (7)");
        }

        try (Connection again = new SqliteDataSource(file).getConnection()) {
            assertThat(query(again, "select a from t")).isEqualTo("7");
        }
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    /** With a new empty database it would look as if all projects were lost. */
    @Test
    void aFileThatIsMissingIsNotMade() {
        Path missing = folder.resolve("missing.db");

        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> new SqliteDataSource(missing).getConnection());
        assertThat(missing).doesNotExist();
    }

    @Test
    void aReaderNeitherWaitsForAWriterNorSeesItsHalfDoneWork() throws SQLException {
        try (Connection writer = source.getConnection();
                Connection reader = source.getConnection()) {
            writer.setAutoCommit(false);
            execute(writer, "insert into t values (1)");

            reader.setReadOnly(true);
            reader.setAutoCommit(false);
            execute(reader, "pragma busy_timeout = 0");
            assertThat(query(reader, "select count(*) from t")).isEqualTo("0");
            writer.commit();
            assertThat(query(reader, "select count(*) from t"))
                    .as("the same moment")
                    .isEqualTo("0");
            reader.rollback();
            assertThat(query(reader, "select count(*) from t")).isEqualTo("1");
        }
    }

    @Test
    void whoReadsAndThenWritesWaitsForTheWriterBefore() throws Exception {
        try (Connection first = source.getConnection();
                Connection second = source.getConnection();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            first.setAutoCommit(false);
            execute(first, "insert into t values (1)");

            Future<String> read = thread.submit(() -> {
                second.setAutoCommit(false);
                String count = query(second, "select count(*) from t");
                execute(second, "insert into t values (" + count + " + 1)");
                second.commit();
                return count;
            });
            first.commit();
            first.setAutoCommit(true);

            // a transaction that began as a reader would have seen 0, and could then not have written
            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("1");
            second.setAutoCommit(true);
            assertThat(query(first, "select max(a) from t")).isEqualTo("2");
        }
    }

    /** The driver assumes a transaction that has not begun; the following statements would be stored at once. */
    @Test
    void aTransactionThatCouldNotBeginIsNoTransaction() throws SQLException {
        try (Connection other = source.getConnection();
                Connection connection = source.getConnection()) {
            other.setAutoCommit(false);
            execute(connection, "pragma busy_timeout = 0");

            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connection.setAutoCommit(false));

            assertThat(connection.getAutoCommit()).isTrue();
            assertThatCode(connection::rollback).doesNotThrowAnyException();
            other.rollback();
            connection.setAutoCommit(false);
            execute(connection, "insert into t values (1)");
            connection.rollback();
            assertThat(query(connection, "select count(*) from t")).isEqualTo("0");
        }
    }

    /** The driver begins the next transaction at once, as a writing one. */
    @Test
    void whoHasCommittedOrRolledBackHoldsNoLock() throws SQLException {
        try (Connection connection = source.getConnection();
                Connection other = source.getConnection()) {
            execute(other, "pragma busy_timeout = 0");
            connection.setAutoCommit(false);
            execute(connection, "insert into t values (1)");
            connection.commit();
            assertCanWrite(other);

            connection.setAutoCommit(true);
            connection.setAutoCommit(false);
            connection.rollback();
            assertCanWrite(other);
        }
    }

    @Test
    void whatIsStoredIsNotToldAsBusyThoughTheNextWriterCameFirst() throws SQLException {
        try (Connection connection = source.getConnection();
                Connection reader = source.getConnection()) {
            execute(connection, "pragma busy_timeout = 0");
            connection.setAutoCommit(false);
            execute(connection, "insert into t values (1)");
            connection.commit();
            reader.setAutoCommit(false);

            assertThatCode(() -> connection.setAutoCommit(true)).doesNotThrowAnyException();
            assertThat(query(reader, "select count(*) from t")).isEqualTo("1");
        }
    }

    /** On a full disk, for example, it does. */
    @Test
    void thatSqliteHasRolledBackByItselfIsNoFailureOfTheRollback() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into t values (1)");
            execute(connection, "rollback");

            assertThatCode(connection::rollback).doesNotThrowAnyException();

            connection.setAutoCommit(true);
            assertThat(query(connection, "select count(*) from t")).isEqualTo("0");
            connection.setAutoCommit(false);
            execute(connection, "insert into t values (2)");
            connection.commit();
            assertThat(query(connection, "select count(*) from t")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCannotBeCommittedIsNotStored(boolean byAutoCommit) throws SQLException {
        try (Connection connection = source.getConnection()) {
            execute(connection, "create table child (a references parent deferrable initially deferred)");
            execute(connection, "create table parent (a primary key)");
            connection.setAutoCommit(false);
            execute(connection, "insert into child values (1)");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> commit(connection, byAutoCommit))
                    .withMessageContaining("FOREIGN KEY");

            if (!byAutoCommit) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(query(connection, "select count(*) from child")).isEqualTo("0");
            try (Connection other = source.getConnection()) {
                assertCanWrite(other);
            }
        }
    }

    private static void commit(Connection connection, boolean byAutoCommit) throws SQLException {
        if (byAutoCommit) {
            connection.setAutoCommit(true);
        } else {
            connection.commit();
        }
    }

    private static void assertCanWrite(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Test
    void aConnectionCanWriteAgainAfterItWasReadOnly() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            assertThat(connection.isReadOnly()).isTrue();
            query(connection, "select count(*) from t");
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(false);

            execute(connection, "insert into t values (1)");
            connection.setAutoCommit(false);
            execute(connection, "insert into t values (2)");
            connection.commit();
            assertThat(query(connection, "select count(*) from t")).isEqualTo("2");
        }
    }

    @Test
    void usersAreRefused() {
        assertThatExceptionOfType(SQLFeatureNotSupportedException.class)
                .isThrownBy(() -> source.getConnection("ann", "secret"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}

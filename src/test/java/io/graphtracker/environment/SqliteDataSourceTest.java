package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;
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

    /** Empty, it would look as if all projects were lost. */
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

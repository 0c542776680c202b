package io.graphtracker.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.environment.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a database whose process was killed, and some of which were moved afterwards. */
class SideFilesTest {

    @TempDir
    Path folder;

    private Path database;
    private Path log;

    /** All data of a new database is in its log. */
    @BeforeEach
    void killed() throws Exception {
        database = folder.resolve("plan.db");
        log = folder.resolve("plan.db-wal");
        leaveKilled(database, 4096);
    }

    @Test
    void whatAKillLeavesIsOpened() throws Exception {
        SideFiles.check(database);

        assertThat(count(database)).isEqualTo(3);
    }

    @Test
    void aDatabaseThatIsMissingBesideItsLogIsNotBegunAnew() throws Exception {
        Path elsewhere = Files.move(database, folder.resolve("elsewhere"));
        byte[] before = Files.readAllBytes(log);

        assertThat(problem()).contains(database + " is missing", log + " lies beside it and holds data");

        assertThat(log).hasBinaryContent(before);
        Files.move(elsewhere, database);
        whatAKillLeavesIsOpened();
    }

    @Test
    void aDatabaseThatIsEmptyBesideItsLogIsNotBegunAnew() throws IOException {
        Files.write(database, new byte[0]);
        byte[] before = Files.readAllBytes(log);

        assertThat(problem()).contains(database + " is empty", log + " lies beside it and holds data");

        assertThat(log).hasBinaryContent(before);
    }

    @Test
    void theSameHoldsForAJournal() throws IOException {
        Files.delete(database);
        Path journal = Files.move(log, folder.resolve("plan.db-journal"));

        assertThat(problem()).contains(journal + " lies beside it and holds data");
    }

    /** Shows that SQLite would use it, so that the check is needed. */
    @Test
    void sqliteItselfWouldDeleteTheLog() throws Exception {
        Files.write(database, new byte[0]);

        try (Connection connection = new SqliteDataSource(database).getConnection()) {
            execute(connection, "create table other (a)");
        }

        assertThat(log).doesNotExist();
    }

    /** A backup has no log of its own, and SQLite would apply that of another database to it. */
    @Test
    void aLogBesideABackupThatWasPutInPlaceIsNotPlayedIntoIt() throws Exception {
        Path backup = folder.resolve("backup");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup)) {
            execute(connection, "create table t (a)");
        }
        Files.copy(backup, database, StandardCopyOption.REPLACE_EXISTING);

        assertThat(problem()).contains(log + " holds data of another database than " + database);

        Files.move(log, folder.resolve("kept"));
        SideFiles.check(database);
    }

    @Test
    void aLogOfPagesOfAnotherSizeIsNotPlayedIntoIt() throws Exception {
        Path other = folder.resolve("other.db");
        leaveKilled(other, 1024);
        // without its own log
        Files.move(other, database, StandardCopyOption.REPLACE_EXISTING);

        assertThat(problem()).contains(log + " holds data of another database");
    }

    @Test
    void aLogBesideAFileThatIsNoDatabaseIsNotPlayedIntoIt() throws IOException {
        Files.writeString(database, "no database");

        assertThat(problem()).contains(log + " holds data of another database");
    }

    @Test
    void aLogWithoutContentAndIndexesHoldNothing() throws IOException {
        Files.delete(database);
        Files.write(log, new byte[0]);
        Files.writeString(folder.resolve("plan.db-shm"), "index");

        assertThatCode(() -> SideFiles.check(database)).doesNotThrowAnyException();
    }

    @Test
    void whatLiesBesideTheFileThatALinkNamesIsFound() throws IOException {
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("links")).resolve("l.db"), database);
        Files.write(database, new byte[0]);

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> SideFiles.check(link))
                .withMessageContaining(log + " lies beside it");
    }

    /** As if its disk were not mounted. */
    @Test
    void aLinkToNowhereIsNotBegunAnew() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("l.db"), folder.resolve("disk/plan.db"));

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> SideFiles.check(link))
                .withMessageContaining(link + " is a link to " + folder.resolve("disk/plan.db"))
                .satisfies(e -> assertThat(e.action()).contains("another disk"));
    }

    private String problem() {
        StringBuilder problem = new StringBuilder();
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> SideFiles.check(database))
                .satisfies(e -> problem.append(e.getMessage()))
                .satisfies(e -> assertThat(e.action()).contains("start again").contains(folder.toString()));
        return problem.toString();
    }

    /** A copy of its files while it is open, as a killed process leaves them. */
    private static void leaveKilled(Path file, int pageSize) throws Exception {
        Path open = file.resolveSibling("open-" + file.getFileName());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + open)) {
            execute(connection, "pragma page_size = " + pageSize);
            execute(connection, "pragma journal_mode = wal");
            execute(connection, "create table t (a)");
            execute(connection, "insert into t values (1), (2), (3)");
            for (String suffix : new String[] {"", "-wal", "-shm"}) {
                Files.copy(
                        open.resolveSibling(open.getFileName() + suffix),
                        file.resolveSibling(file.getFileName() + suffix),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static int count(Path file) throws SQLException {
        try (Connection connection = new SqliteDataSource(file).getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from t")) {
            return count.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

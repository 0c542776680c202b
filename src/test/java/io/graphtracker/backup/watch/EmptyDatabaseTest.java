package io.graphtracker.backup.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.testing.StubBackupTimer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is empty although a backup is not. */
class EmptyDatabaseTest {

    @TempDir
    Path root;

    TestBackups backups;

    @BeforeEach
    void start() throws IOException, SQLException {
        backups = TestBackups.start(root, StubBackupTimer.class, Rows.class);
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    /** The rows of the test's database. */
    static final class Rows implements DatabaseContents {

        @Override
        public SequencedMap<String, Long> counts(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from item")) {
                SequencedMap<String, Long> counts = new LinkedHashMap<>();
                counts.put("projects", rows.getLong(1));
                return counts;
            }
        }

        @Override
        public Items items(Connection connection) throws SQLException {
            return Items.of(connection, "select id, name, id from item order by id");
        }
    }

    private DataSafety safety() {
        return backups.bean(SafetyReader.class).read();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = TestDatabase.open(root.resolve("live.db"))) {
            TestDatabase.execute(connection, sql);
        }
    }

    @Test
    void contentsThatOnlyABackupHasMayBeLost() throws SQLException {
        backups.make();
        assertThat(safety().reasons()).doesNotContain(SafetyReason.DATABASE_EMPTY);

        change("delete from item");

        assertThat(safety().reasons()).contains(SafetyReason.DATABASE_EMPTY);
        assertThat(safety().verdict()).isNotEqualTo(SafetyReason.Verdict.YES);
        assertThat(safety().warning()).contains(SafetyReason.DATABASE_EMPTY);
        change("insert into item values (1, 'new')");
        assertThat(safety().reasons()).doesNotContain(SafetyReason.DATABASE_EMPTY);
    }

    @Test
    void aBackupOfTheEmptyDatabaseHidesNothing() throws SQLException {
        backups.make();
        change("delete from item");

        backups.make();

        assertThat(safety().reasons()).contains(SafetyReason.DATABASE_EMPTY);
    }

    @Test
    void anEmptyDatabaseWithEmptyBackupsHasLostNothing() throws SQLException {
        change("delete from item");

        backups.make();

        assertThat(safety().reasons()).doesNotContain(SafetyReason.DATABASE_EMPTY);
    }
}

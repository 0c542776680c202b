package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checking table by table finds all that a check of the whole database finds. */
class IntegrityCheckTest {

    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    @Test
    void eachPageThatIsDamagedIsFound() throws Exception {
        Path whole = database();
        byte[] bytes = Files.readAllBytes(whole);
        RestorabilityCheck.Schema schema = schema(whole);
        assertThat(isDamaged(whole, schema)).isFalse();

        List<Integer> overlooked = new ArrayList<>();
        Path damaged = folder.resolve("damaged.db");
        for (int page = 2; page <= bytes.length / PAGE; page++) {
            Files.write(damaged, bytes);
            TestDatabase.damagePage(damaged, page);
            if (!isDamaged(damaged, schema)) {
                overlooked.add(page);
            }
        }

        assertThat(bytes.length / PAGE).isGreaterThan(30);
        assertThat(overlooked).isEmpty();
    }

    /** Also in tables that users added, in their indexes, and in SQLite's internal tables. */
    private Path database() throws SQLException {
        Path file = TestDatabase.create(folder.resolve("whole.db"));
        try (Connection connection = TestDatabase.open(file)) {
            TestDatabase.execute(
                    connection,
                    "PRAGMA journal_mode = DELETE",
                    "CREATE TABLE \"1000\" (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)",
                    "INSERT INTO \"1000\" (name) SELECT name FROM item",
                    "CREATE INDEX item_name ON item (name)");
        }
        return file;
    }

    private static RestorabilityCheck.Schema schema(Path file) throws SQLException {
        try (Connection connection = SqliteFiles.openUntrusted(file, VerificationJob.unwatched())) {
            return TestSchema.check().requireSchema(connection);
        }
    }

    private static boolean isDamaged(Path file, RestorabilityCheck.Schema schema) throws IOException, SQLException {
        boolean all = isDamaged(file, connection -> IntegrityCheck.quick(connection, Set.of()));
        boolean each = isDamaged(file, connection -> {
            IntegrityCheck.quick(connection, "sqlite_schema", Set.of());
            for (SchemaObject object : schema.objects()) {
                if (object.isTable()) {
                    IntegrityCheck.quick(connection, object.name(), Set.of());
                }
            }
        });
        assertThat(each).isEqualTo(all);
        return each;
    }

    private interface Check {
        void on(Connection connection) throws IOException, SQLException;
    }

    private static boolean isDamaged(Path file, Check check) throws IOException, SQLException {
        try (Connection connection = SqliteFiles.openUntrusted(file, VerificationJob.unwatched())) {
            check.on(connection);
            return false;
        } catch (BackupException e) {
            assertThat(e.problem()).isEqualTo(BackupProblem.BACKUP_UNUSABLE);
            return true;
        } catch (SQLException e) {
            assertThat(SqliteErrors.isDamage(e)).isTrue();
            return true;
        }
    }
}

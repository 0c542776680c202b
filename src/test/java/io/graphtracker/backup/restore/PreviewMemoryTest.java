package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.ChildProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process with little memory compares databases with many projects. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class PreviewMemoryTest {

    /** A list of all projects would take five times as much memory. */
    private static final String LITTLE_MEMORY = "export JAVA_TOOL_OPTIONS=-Xmx16m";

    private static final int MANY = 200_000;

    @TempDir
    Path folder;

    @Test
    void manyProjectsAreComparedWithLittleMemory() throws Exception {
        Path there = create("there.db", 0);
        Path now = create("now.db", 1);

        try (ChildProcess child = ChildProcess.startAfter(LITTLE_MEMORY, PreviewMemoryTest.class, folder, there, now)) {
            assertThat(child.line()).isEqualTo("1 %d 1".formatted(MANY - 1));
        }
    }

    private Path create(String name, int first) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute(
                        "CREATE TABLE project (id varchar(36) primary key, name varchar(200), updated_at timestamp)");
                statement.execute(
                        "WITH RECURSIVE n(i) AS (SELECT %1$d UNION ALL SELECT i + 1 FROM n WHERE i < %1$d + %2$d - 1)"
                                        .formatted(first, MANY)
                                + " INSERT INTO project SELECT printf('%032d', i), 'A project with a name of usual"
                                + " length, ' || i,"
                                + " 1790000000000 + %d FROM n".formatted(first));
            }
        }
        return file;
    }

    /** Compares them, and prints how many projects are lost, reverted and restored. */
    public static void main(String[] arguments) throws SQLException {
        try (Connection there = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Connection now = DriverManager.getConnection("jdbc:sqlite:" + arguments[1])) {
            ContentsComparison comparison = ContentsComparison.of(List.of(new RestoreRoot.Projects()), there, now);
            System.out.println(
                    comparison.lost().count() + " " + comparison.reverted().count() + " "
                            + comparison.restored().count());
        }
    }
}

package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.EndlessTable;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EndlessContentsTest {

    /** With {@code count(*)}, SQLite would never call the progress handler. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aCountCanBeGivenUp(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("endless.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table project (id integer primary key)");
            statement.execute("insert into project values (1)");
        }
        EndlessTable.make(file, "project");
        VerificationJob job = VerificationJob.unwatched();
        job.limitTo(Duration.ofSeconds(1));

        try (Connection connection = SqliteFiles.openUntrusted(file, job)) {
            SQLException stopped =
                    catchThrowableOfType(SQLException.class, () -> new ProjectContents().counts(connection));

            assertThat(stopped.getMessage()).contains("INTERRUPT");
        }
    }
}

package io.graphtracker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.graphtracker.testing.DatabaseSlice;
import io.graphtracker.testing.ImpatientDatabase;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The output when the application cannot start. */
@ExtendWith(OutputCaptureExtension.class)
@Thorough
class StartupFailureTest {

    @TempDir
    Path home;

    @Test
    void aBadUrlIsExplainedWithoutStackTraceAndPassword(CapturedOutput output) {
        start("DATABASE_URL=postgresql://ann:s3cret@:5432/plans");

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START", "DATABASE_URL is not of the form", "sqlite:///relative/path.db")
                .doesNotContain("\tat ")
                .doesNotContain("s3cret");
    }

    @Test
    void aFolderThatCannotBeMadeIsExplained(CapturedOutput output) throws IOException {
        Path inTheWay = Files.writeString(home.resolve("instance"), "");

        start("DATABASE_URL=");

        assertThat(output)
                .contains("APPLICATION FAILED TO START", inTheWay + " is a file.", "Correct the path in DATABASE_URL")
                .doesNotContain("\tat ");
    }

    @Test
    void aFileThatIsNoDatabaseIsExplained(CapturedOutput output) throws IOException {
        Path folder = Files.createDirectory(home.resolve("instance"));
        Path file = Files.writeString(folder.resolve("graph_tracker.db"), "no database ".repeat(1_000));

        start("DATABASE_URL=");

        assertThat(output)
                .contains("APPLICATION FAILED TO START", file + " cannot be opened", "put a backup in its place")
                .doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatIsMissingBesideItsLogIsExplainedAndNothingIsMade(CapturedOutput output) throws IOException {
        Path folder = Files.createDirectory(home.resolve("instance"));
        Path log = Files.write(folder.resolve("graph_tracker.db-wal"), new byte[10_000]);

        start("DATABASE_URL=");

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "is missing, but " + log + " lies beside it")
                .doesNotContain("\tat ");
        assertThat(log).hasSize(10_000);
        assertThat(folder.resolve("graph_tracker.db")).doesNotExist();
    }

    /** Opening the pool needs no lock; the first transaction does, that of the migrations. */
    @Test
    void aDatabaseThatAnotherProgramKeepsLockedIsExplained(CapturedOutput output) throws Exception {
        Path file = Files.createDirectory(home.resolve("instance")).resolve("graph_tracker.db");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table t (a)");
            statement.execute("begin immediate");

            start("DATABASE_URL=");

            statement.execute("rollback");
        }

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "is kept locked by another program", "Close the other program")
                .doesNotContain("damaged")
                .doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatAnotherProgramKeepsToItselfIsExplained(CapturedOutput output) throws Exception {
        Path file = Files.createDirectory(home.resolve("instance")).resolve("graph_tracker.db");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("create table t (a)");
            statement.execute("begin exclusive");

            start("DATABASE_URL=");

            statement.execute("rollback");
        }

        assertThat(output)
                .contains("APPLICATION FAILED TO START", file + " is kept locked by another program")
                .doesNotContain("damaged")
                .doesNotContain("\tat ");
    }

    @Test
    void aServerThatCannotBeReachedIsExplainedWithoutPassword(CapturedOutput output) {
        start("DATABASE_URL=postgresql://ann:s3cret@localhost:1/plans");

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "cannot be reached, or refuses its user")
                .doesNotContain("\tat ")
                .doesNotContain("s3cret");
    }

    private void start(String databaseUrl) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(
                        DatabaseSlice.class, ImpatientDatabase.class)
                .web(WebApplicationType.NONE)
                .properties(databaseUrl, "GRAPH_TRACKER_HOME=" + home);
        assertThatException().isThrownBy(application::run);
    }
}

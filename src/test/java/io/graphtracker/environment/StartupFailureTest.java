package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.graphtracker.testing.DatabaseSlice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the owner sees when the application cannot start. */
@ExtendWith(OutputCaptureExtension.class)
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
    void aServerThatCannotBeReachedIsExplainedWithoutPassword(CapturedOutput output) {
        start("DATABASE_URL=postgresql://ann:s3cret@localhost:1/plans");

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "cannot be reached, or refuses its user")
                .doesNotContain("\tat ")
                .doesNotContain("s3cret");
    }

    private void start(String databaseUrl) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(DatabaseSlice.class)
                .web(WebApplicationType.NONE)
                .properties(databaseUrl, "GRAPH_TRACKER_HOME=" + home);
        assertThatException().isThrownBy(application::run);
    }
}

package io.graphtracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits the repository to what belongs there. */
class TopLevelTest {

    private static final Set<String> OURS = Set.of(
            "pom.xml", "mvnw", ".env.example", "src", "frontend", "docs", "README.md", ".ci", "scripts", "LICENSE");

    /** What {@code .gitignore} excludes: build output, and what the application creates in its working directory. */
    private static final Set<String> IGNORED = Set.of("target", "instance", "backups");

    @Test
    void theTopLevelHoldsNothingElse() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(""))) {
            assertThat(entries.map(Path::toString))
                    // tools need files of their own there, which begin with a dot, or end as an IDE's do
                    .filteredOn(name -> !name.startsWith(".") && !name.endsWith(".iml"))
                    .filteredOn(name -> !IGNORED.contains(name))
                    .isSubsetOf(OURS)
                    .contains("pom.xml", "src", "README.md");
        }
    }

    /** The compiler finds them in sources, but nothing does in texts and documents. */
    @Test
    void noMergeIsHalfDone() throws IOException {
        for (String folder : Set.of("docs", "frontend", "scripts", "src/main/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                assertThat(files.filter(file -> file.toString().matches(".*\\.(md|js|css|sh|sql|properties)")))
                        .allSatisfy(file -> assertThat(Files.readAllLines(file))
                                .as(file.toString())
                                .noneMatch(line -> line.matches("(<{7}|>{7}|={7})( .*)?")));
            }
        }
    }
}

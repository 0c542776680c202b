package io.graphtracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the top level of the tree to what somebody who opens it for the first time expects there. */
class TopLevelTest {

    private static final Set<String> OURS = Set.of(
            "pom.xml", "mvnw", ".env.example", "src", "frontend", "docs", "README.md", ".ci", "scripts", "LICENSE");

    /**
     * What {@code .gitignore} keeps out of the tree: the build's output, and what the application makes where it is
     * started.
     */
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
}

package io.graphtracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision records have the same head, and links to them are valid. */
class DecisionRecordsTest {

    private static final Path FOLDER = Path.of("docs/decisions");
    private static final Pattern LINK = Pattern.compile("docs/decisions/(\\d{4}-[\\w-]+\\.md)");

    static List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void eachBeginsWithTitleDateAndStatus(Path file) throws IOException {
        String name = file.getFileName().toString();
        assertThat(name).matches("\\d{4}-\\d\\d-\\d\\d-[a-z0-9-]+\\.md");
        List<String> lines = Files.readAllLines(file);

        assertThat(lines.get(0)).matches("# \\S.*");
        assertThat(lines.get(1)).isEmpty();
        assertThat(lines.get(2)).matches("Date: " + name.substring(0, 10) + "\\. Status: accepted[.;].*");
    }

    @Test
    void whatTheCodeLinksToIsThere() throws IOException {
        for (Path source : Sources.main()) {
            for (Matcher link = LINK.matcher(Sources.read(source)); link.find(); ) {
                assertThat(FOLDER.resolve(link.group(1))).as(source.toString()).isRegularFile();
            }
        }
    }
}

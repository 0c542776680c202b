package io.graphtracker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Browsers close a block that was left open at the end of the file, and say nothing. */
class StyleSheetsTest {

    static Stream<Path> styleSheets() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("frontend"))) {
            return files.filter(file -> file.toString().endsWith(".css")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("styleSheets")
    void eachBlockIsClosed(Path file) throws IOException {
        int depth = 0;
        for (String line :
                Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").split("\n")) {
            boolean isTopLevel = line.matches("[^\\s}].*\\{");
            assertThat(isTopLevel && depth > 0)
                    .as("%s is inside another block", line)
                    .isFalse();
            depth += count(line, '{') - count(line, '}');
        }
        assertThat(depth).isZero();
    }

    private static int count(String line, char sign) {
        return (int) line.chars().filter(character -> character == sign).count();
    }
}

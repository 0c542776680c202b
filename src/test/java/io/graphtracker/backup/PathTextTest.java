package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathTextTest {

    private static final Path ROOT = Path.of("/srv/graph-tracker").toAbsolutePath();

    @Test
    void isRelativeToTheRootInsideIt() {
        assertThat(PathText.shortened(ROOT.resolve("backups").resolve("a.sqlite"), ROOT))
                .isEqualTo("backups/a.sqlite");
        assertThat(PathText.shortened(ROOT.resolve(".env"), ROOT)).isEqualTo(".env");
    }

    @Test
    void isWholeInsideTheRootHoweverLong() {
        String name = "n".repeat(200);

        assertThat(PathText.shortened(ROOT.resolve(name), ROOT)).isEqualTo(name);
    }

    @Test
    void isAbsoluteForTheRootItselfAndOutside() {
        assertThat(PathText.shortened(ROOT, ROOT)).isEqualTo(PathText.withSlashes(ROOT));
        Path sibling = ROOT.resolveSibling("graph-tracker-2");
        assertThat(PathText.shortened(sibling, ROOT)).isEqualTo(PathText.withSlashes(sibling));
    }

    @Test
    void isShortenedInTheMiddleOutside() {
        Path path = Path.of("/mnt/" + "deep/".repeat(30) + "backups/graph_tracker_20261122_213000.sqlite");

        assertThat(PathText.shortened(path, ROOT))
                .hasSize(72)
                .startsWith("/mnt/deep/")
                .contains("…")
                .endsWith("backups/graph_tracker_20261122_213000.sqlite");
    }

    @Test
    void textsOfUpTo72CharactersStayWhole() {
        assertThat(PathText.shortened("x".repeat(72))).isEqualTo("x".repeat(72));
        assertThat(PathText.shortened("x".repeat(73))).hasSize(72).contains("…");
        assertThat(PathText.shortened("")).isEmpty();
    }

    @Test
    void aCharacterOfTwoHalvesIsNotCutInTwo() {
        // one of the two texts has the cut in the middle of a character, whatever the length of the parts
        String even = "😀".repeat(60);
        String odd = "x" + even;

        assertThat(PathText.shortened(even)).matches("😀+…😀+");
        assertThat(PathText.shortened(odd)).matches("x😀+…😀+");
        assertThat(PathText.shortened(odd + "x")).matches("x😀+…😀+x");
    }
}

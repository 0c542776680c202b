package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShortPathTest {

    private static final Path ROOT = Path.of("/srv/graph-tracker").toAbsolutePath();

    @Test
    void isRelativeToTheRootInsideIt() {
        assertThat(ShortPath.of(ROOT.resolve("backups").resolve("a.sqlite"), ROOT))
                .isEqualTo("backups/a.sqlite");
        assertThat(ShortPath.of(ROOT.resolve(".env"), ROOT)).isEqualTo(".env");
    }

    @Test
    void isWholeInsideTheRootHoweverLong() {
        String name = "n".repeat(200);

        assertThat(ShortPath.of(ROOT.resolve(name), ROOT)).isEqualTo(name);
    }

    @Test
    void isAbsoluteForTheRootItselfAndOutside() {
        assertThat(ShortPath.of(ROOT, ROOT)).isEqualTo(ShortPath.slashes(ROOT));
        Path sibling = ROOT.resolveSibling("graph-tracker-2");
        assertThat(ShortPath.of(sibling, ROOT)).isEqualTo(ShortPath.slashes(sibling));
    }

    @Test
    void isShortenedInTheMiddleOutside() {
        Path path = Path.of("/mnt/" + "deep/".repeat(30) + "backups/graph_tracker_20261122_213000.sqlite");

        assertThat(ShortPath.of(path, ROOT))
                .hasSize(72)
                .startsWith("/mnt/deep/")
                .contains("…")
                .endsWith("backups/graph_tracker_20261122_213000.sqlite");
    }

    @Test
    void textsOfUpTo72CharactersStayWhole() {
        assertThat(ShortPath.shorten("x".repeat(72))).isEqualTo("x".repeat(72));
        assertThat(ShortPath.shorten("x".repeat(73))).hasSize(72).contains("…");
        assertThat(ShortPath.shorten("")).isEmpty();
    }

    @Test
    void aCharacterOfTwoHalvesIsNotCutInTwo() {
        // one of the two texts has the cut in the middle of a character, whatever the length of the parts
        String even = "😀".repeat(60);
        String odd = "x" + even;

        assertThat(ShortPath.shorten(even)).matches("😀+…😀+");
        assertThat(ShortPath.shorten(odd)).matches("x😀+…😀+");
        assertThat(ShortPath.shorten(odd + "x")).matches("x😀+…😀+x");
    }
}

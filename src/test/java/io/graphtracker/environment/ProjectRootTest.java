package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectRootTest {

    @TempDir
    Path folder;

    @Test
    void isTheWorkingDirectoryByDefault() {
        assertThat(root(Map.of()).path()).isEqualTo(workingDirectory());
        assertThat(root(Map.of(ProjectRoot.VARIABLE, " ")).path()).isEqualTo(workingDirectory());
    }

    @Test
    void isWhatTheEnvironmentSays() {
        assertThat(root(Map.of(ProjectRoot.VARIABLE, folder.toString())).path()).isEqualTo(folder);
    }

    @Test
    void isAbsoluteAndNormalizedHoweverItIsWritten() {
        assertThat(root(Map.of(ProjectRoot.VARIABLE, "src/../docs")).path())
                .isEqualTo(workingDirectory().resolve("docs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/such/folder", "pom.xml", "~/plans"})
    void aRootThatIsNoFolderStopsTheStart(String value) {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> root(Map.of(ProjectRoot.VARIABLE, value)))
                .withMessageContaining("GRAPH_TRACKER_HOME")
                .withMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ~                     | home folder
                    ~/plans               | home folder
                    ${HOME}/plans         | nothing is replaced
                    $(pwd)                | nothing is replaced
                    %APPDATA%/plans       | nothing is replaced
                    smb://nas/plans       | an address
                    “plans”               | curly quotes
                    """)
    @DisabledOnOs(OS.WINDOWS)
    void aRootThatCannotBeMeantAsAPathStopsTheStart(String value, String reason) {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> root(Map.of(ProjectRoot.VARIABLE, value)))
                .withMessageContainingAll("GRAPH_TRACKER_HOME", value, reason);
    }

    /** Such a folder is left behind by tools that once took the same value literally. */
    @Test
    void aPlaceholderStopsTheStartEvenIfThereIsSuchAFolder() throws IOException {
        String value = Files.createDirectory(folder.resolve("${HOME}")).toString();

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> root(Map.of(ProjectRoot.VARIABLE, value)))
                .withMessageContaining("nothing is replaced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pl\ufffd\ufffdne", "/srv/Pl\ufffdne"})
    void aRootThatTheLocaleCannotDecodeStopsTheStart(String value) {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> root(Map.of(ProjectRoot.VARIABLE, value)))
                .withMessageContainingAll("GRAPH_TRACKER_HOME", "locale")
                .satisfies(e -> assertThat(e.action()).contains("LC_ALL=C.UTF-8"));
    }

    @Test
    void aQuotedRootIsReadLikeALine() {
        assertThat(root(Map.of(ProjectRoot.VARIABLE, "\"" + folder + "\" # here"))
                        .path())
                .isEqualTo(folder);
    }

    @Test
    void resolvesRelativePathsAndLeavesAbsoluteOnesAlone() {
        ProjectRoot root = new ProjectRoot(folder);

        assertThat(root.resolve(Path.of("a/b"))).isEqualTo(folder.resolve("a").resolve("b"));
        assertThat(root.resolve(Path.of("../a"))).isEqualTo(folder.resolveSibling("a"));
        assertThat(root.resolve(folder.resolve("x/../y"))).isEqualTo(folder.resolve("y"));
        assertThat(root.resolve(Path.of(""))).isEqualTo(folder);
    }

    @Test
    void holdsTheSettingsFile() {
        assertThat(new ProjectRoot(folder).envFile()).isEqualTo(folder.resolve(".env"));
    }

    private static ProjectRoot root(Map<String, Object> variables) {
        return new ProjectRoot(TestEnvironment.process(variables));
    }

    private static Path workingDirectory() {
        return Path.of("").toAbsolutePath().normalize();
    }
}

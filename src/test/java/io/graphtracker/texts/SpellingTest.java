package io.graphtracker.texts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.InstalledCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The texts are spelt as in Britain. */
class SpellingTest {

    @RegisterExtension
    static final InstalledCommands COMMANDS = InstalledCommands.of("hunspell");

    /** Names, and words of the field that no dictionary has. */
    private static final Set<String> KNOWN = Set.of(
            "DIR",
            "DTD",
            "F2",
            "F6",
            "GanttProject",
            "GraphML",
            "Graphviz",
            "Healthchecks",
            "Jira",
            "Kuma",
            "LC",
            "LimitNOFILE",
            "OpenAPI",
            "PRAGMA",
            "PostgreSQL",
            "SQLite",
            "SQLite's",
            "UTF",
            "chattr",
            "systemctl",
            "chmod",
            "db",
            "df",
            "env",
            "gan",
            "inodes",
            "mpp",
            "pg",
            "sqlite",
            "sqlite3",
            "u0020",
            "ulimit",
            "wal",
            "xml");

    @Test
    void textsHaveNoSpellingMistakes(@TempDir Path folder) throws IOException {
        assertThat(unknownWords(folder, texts())).isEmpty();
    }

    /** Shows that the test above would notice. */
    @Test
    void aSpellingMistakeIsFound(@TempDir Path folder) throws IOException {
        assertThat(unknownWords(folder, "Restore the backup. Seperate colours")).containsExactly("Seperate");
    }

    private static String texts() {
        ResourceBundle bundle = ResourceBundle.getBundle("messages", Locale.ROOT);
        return bundle.keySet().stream()
                .map(key ->
                        bundle.getString(key).replaceAll("\\{\\d[^{}]*}", " ").replace("''", "'"))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> unknownWords(Path folder, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("texts"), text);
        Process hunspell = new ProcessBuilder("hunspell", "-d", "en_GB", "-i", "UTF-8", "-l", file.toString())
                .redirectErrorStream(true)
                .start();
        hunspell.getOutputStream().close();
        String output = new String(hunspell.getInputStream().readAllBytes(), UTF_8);
        if (output.startsWith("Can't open affix")) {
            InstalledCommands.skip("This test needs a British dictionary (Debian: apt-get install hunspell-en-gb).");
        }
        return output.lines().filter(word -> !KNOWN.contains(word)).collect(Collectors.toSet());
    }
}

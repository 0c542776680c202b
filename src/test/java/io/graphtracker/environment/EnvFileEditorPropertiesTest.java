package io.graphtracker.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HostileSettings;
import io.graphtracker.testing.TemporaryHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is in {@code .env}, and whatever is to be written into it. */
class EnvFileEditorPropertiesTest {

    private static final String NAME = "BACKUPS_DIR";
    private static final Path ROOT = TemporaryHome.create();

    /** Any content: what was set is read back and no other line has changed, or nothing has changed at all. */
    @Property(tries = 300)
    void setsTheVariableOrChangesNothing(
            @ForAll("contents") HostileSettings.Content content, @ForAll("values") String value) throws IOException {
        Files.write(ROOT.resolve(".env"), content.bytes());

        EnvFileChange change = editor().set(NAME, value);

        byte[] after = Files.readAllBytes(ROOT.resolve(".env"));
        if (change instanceof EnvFileChange.Made) {
            assertThat(EnvFile.parse(after).values()).containsEntry(NAME, value);
            assertThat(EnvFile.parse(after).errors()).isEmpty();
            assertOthersUnchanged(content.bytes(), after);
        } else {
            assertThat(after).isEqualTo(content.bytes());
        }
    }

    /** A file that was valid without a folder gets every folder that a line can contain. */
    @Property(tries = 300)
    void aValidFileGetsTheFolder(@ForAll("withoutFolder") String content, @ForAll("values") String value)
            throws IOException {
        Files.writeString(ROOT.resolve(".env"), content);
        boolean writable = canBeWritten(value);

        EnvFileChange change = editor().set(NAME, value);

        assertThat(change).isEqualTo(writable ? new EnvFileChange.Made() : new EnvFileChange.InvalidValue());
    }

    @Provide
    Arbitrary<HostileSettings.Content> contents() {
        return Arbitraries.oneOf(
                HostileSettings.contents(),
                withoutFolder().map(text -> new HostileSettings.Content(text.getBytes(UTF_8))));
    }

    @Provide
    Arbitrary<String> values() {
        return HostileSettings.values().filter(value -> !value.isBlank());
    }

    @Provide
    Arbitrary<String> withoutFolder() {
        return Arbitraries.of(
                        "\n",
                        "# a remark\n",
                        "\r\n",
                        "OTHER=1\n",
                        "OTHER=\" # $X\" # remark\r\n",
                        "  # BACKUPS_DIR=not\n",
                        "BACKUPS_DIR=\n",
                        "export BACKUPS_DIR=''\n",
                        "\tBACKUPS_DIR = # none\n",
                        "BACKUPS_DIR=\"  \"#\r\n",
                        "LAST=größe")
                .list()
                .ofMaxSize(5)
                .map(lines -> String.join("", lines))
                .filter(text -> EnvFile.parse(text.getBytes(UTF_8)).errors().isEmpty())
                .filter(text -> EnvFile.parse(text.getBytes(UTF_8))
                        .values()
                        .getOrDefault(NAME, "")
                        .isBlank());
    }

    /** Written independently of the editor: in quotes of a kind that it does not contain, or plainly. */
    private static boolean canBeWritten(String value) {
        boolean control = value.chars().anyMatch(c -> (Character.isISOControl(c) && c != '\t') || isLineEnd(c));
        boolean text = new String(value.getBytes(UTF_8), UTF_8).equals(value);
        boolean plain = EnvLine.parse((NAME + "=" + value).getBytes(UTF_8)).equals(new EnvLine.Assignment(NAME, value));
        return text && !control && (!value.contains("\"") || !value.contains("'") || plain);
    }

    private static boolean isLineEnd(int c) {
        return c == '\u2028' || c == '\u2029';
    }

    /** One line was added at the end, or one that sets the variable was completed. */
    private static void assertOthersUnchanged(byte[] before, byte[] after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        if (now.size() > old.size()) {
            assertThat(now.size()).isEqualTo(old.size() + 1);
            assertThat(now.removeLast()).matches("(?s)\ufeff?BACKUPS_DIR=.*");
            if (!old.isEmpty() && !old.getLast().endsWith("\n")) {
                old.add(old.removeLast() + (new String(before, UTF_8).contains("\r\n") ? "\r\n" : "\n"));
            }
            assertThat(now).isEqualTo(old);
            return;
        }
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(now.get(i))) {
                changed.add(i);
            }
        }
        assertThat(now).hasSameSizeAs(old);
        assertThat(changed).hasSize(1);
        assertThat(old.get(changed.getFirst())).contains(NAME);
    }

    private static List<String> lines(byte[] content) {
        String text = new String(content, UTF_8).replaceFirst("^\ufeff$", "");
        return text.isEmpty() ? new ArrayList<>() : new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
    }

    private static EnvFileEditor editor() {
        return new EnvFileEditor(TestEnvironment.process(Map.of()), new ProjectRoot(ROOT));
    }
}

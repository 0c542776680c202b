package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.graphtracker.environment.EnvironmentVariables;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.StartupException;
import io.graphtracker.environment.TestEnvironment;
import io.graphtracker.testing.FileTree;
import io.graphtracker.testing.HostileSettings;
import io.graphtracker.testing.HostileSettings.Content;
import io.graphtracker.testing.HostileSettings.Sound;
import io.graphtracker.testing.RawNames;
import io.graphtracker.testing.TemporaryHome;
import io.graphtracker.testing.UsuallyAQuarter;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.condition.OS;

/**
 * For any {@code .env} and any {@code BACKUPS_DIR}, the result is a folder or a sentence, and nothing is written
 * anywhere else.
 */
@AddLifecycleHook(UsuallyAQuarter.class)
class BackupsDirectoryPropertiesTest {

    /** The root is nested deeply enough that paths leading out of it stay below this folder. */
    private static final Path TOP = TemporaryHome.create();

    private static final Path HOME = TOP.resolve("1/2/3/4/5/6/7/8/root");

    private static final SortedSet<Path> TREE = prepare();

    private final BackupTexts texts = new BackupTexts(new Texts(), new ProjectRoot(HOME));

    @Property(tries = 8_000, edgeCases = EdgeCasesMode.NONE)
    void anyFileGivesAFolderOrASentence(@ForAll("contents") Content content) throws IOException {
        write(content);

        String told = outcome(settings(Map.of()));

        assertThat(told).doesNotContain(HostileSettings.PASSWORD);
        assertThat(atTheStart()).doesNotContain(HostileSettings.PASSWORD);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void anyVariableGivesAFolderOrASentence(@ForAll("values") String value) throws IOException {
        write(new Content(new byte[0]));

        outcome(settings(Map.of("BACKUPS_DIR", value)));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void aSoundFileMeansWhatItSays(@ForAll("sound") Sound sound) throws IOException {
        write(sound.content());

        String told;
        try {
            told = settings(Map.of()).folder().toString();
        } catch (BackupException e) {
            told = e.problem().code();
        }

        assertThat(told).isEqualTo(expected(sound.value()));
    }

    @Provide
    Arbitrary<Content> contents() {
        return HostileSettings.contents();
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                HostileSettings.values(), Arbitraries.strings().all().ofMaxLength(40));
    }

    @Provide
    Arbitrary<Sound> sound() {
        return HostileSettings.sound();
    }

    /** The message or the folder; resolving it leaves no files in either case. */
    private String outcome(BackupsDirectory settings) throws IOException {
        try {
            Path folder = settings.folder();
            assertThat(folder).isAbsolute().isEqualTo(folder.normalize());
            assertThat(FileTree.addedSince(TREE, TOP)).isEmpty();
            return folder + prepared(folder);
        } catch (BackupException e) {
            assertThat(FileTree.addedSince(TREE, TOP)).isEmpty();
            return sentences(e);
        }
    }

    private String sentences(BackupException e) {
        assertThat(e.problem().category()).isEqualTo(BackupProblem.Category.CONFIGURATION);
        String told = texts.message(e) + " " + texts.hint(e);
        assertThat(told).isNotBlank();
        if (e.problem() == BackupProblem.ENV_FILE_INVALID) {
            assertThat(told).doesNotContain(HostileSettings.SECRET);
        }
        return told;
    }

    /** Creates the folder as a backup would, unless it is elsewhere on this machine. */
    private String prepared(Path folder) throws IOException {
        if (!folder.startsWith(TOP)) {
            return "";
        }
        try {
            BackupFolder.prepare(folder);
            assertThat(FileTree.addedSince(TREE, TOP)).allMatch(folder::startsWith);
            return "";
        } catch (BackupException e) {
            assertThat(FileTree.addedSince(TREE, TOP)).isEmpty();
            return sentences(e);
        } finally {
            FileTree.delete(FileTree.addedSince(TREE, TOP));
        }
    }

    private String atTheStart() {
        try {
            return variables(Map.of()).readAtStart("OTHER_NAME").orElse("");
        } catch (StartupException e) {
            return e.getMessage();
        }
    }

    /** The expected meaning of a value, computed in the simplest way. */
    private static String expected(String value) {
        if (value.isBlank()) {
            return "backups_dir_empty";
        }
        boolean drive = value.length() > 1 && value.charAt(1) == ':' && isLetter(value.charAt(0));
        boolean windows = value.contains("\\") || value.startsWith("//") || drive;
        if (value.startsWith("~") || (windows && !OS.WINDOWS.isCurrentOs()) || !canBeMeant(value)) {
            return "backups_dir_unusable";
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : (value.startsWith("/") ? value : HOME + "/" + value).split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }

    private static boolean canBeMeant(String value) {
        boolean placeholder = value.contains("${") || value.contains("$(") || value.startsWith("%TEMP%");
        String first = value.split("/", 2)[0];
        boolean elsewhere = value.contains("://")
                || value.toLowerCase(Locale.ROOT).startsWith("file:")
                || (first.length() > 2 && first.endsWith(":") && value.contains("/"));
        boolean invisible = value.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            case Character.SPACE_SEPARATOR -> c != ' ' && c != '\u3000';
            default -> "\ufffd\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0“”„‟«»‹›`″＂".indexOf(c) >= 0;
        });
        boolean apostrophe = value.matches("(?s).*[‘’‚‛´′＇].*")
                && !value.replaceAll("(?<=[\\p{L}\\p{N}])[‘’‚‛´′＇](?=[\\p{L}\\p{N}])", "")
                        .matches("(?s)[^‘’‚‛´′＇]*");
        return RawNames.isPossible(value) && !placeholder && !elsewhere && !invisible && !apostrophe;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static BackupsDirectory settings(Map<String, Object> process) {
        return new BackupsDirectory(variables(process), new ProjectRoot(HOME));
    }

    private static EnvironmentVariables variables(Map<String, Object> process) {
        return TestEnvironment.variables(HOME, process);
    }

    private static void write(Content content) throws IOException {
        Files.write(HOME.resolve(".env"), content.bytes());
    }

    private static SortedSet<Path> prepare() {
        try {
            Files.createDirectories(HOME.resolve(HostileSettings.FOLDER));
            Files.createDirectories(HOME.resolve("instance"));
            for (String file : new String[] {".env", HostileSettings.FILE, "instance/graph_tracker.db"}) {
                Files.createFile(HOME.resolve(file));
            }
            return FileTree.of(TOP);
        } catch (IOException e) {
            return fail(e);
        }
    }
}

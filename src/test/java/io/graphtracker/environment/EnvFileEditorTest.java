package io.graphtracker.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.OrdinaryUser;
import io.graphtracker.testing.SpecialFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileEditorTest {

    private static final String NAME = "BACKUPS_DIR";

    @TempDir
    Path root;

    @Test
    void makesTheFile() throws IOException {
        assertThat(set("backups")).isEqualTo(new EnvFileChange.Made());

        assertThat(content()).isEqualTo("BACKUPS_DIR=\"backups\"\n");
        assertThat(read()).isEqualTo(new EnvironmentVariable.Value("backups"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadIt() throws IOException {
        write("PASSWORD=s3cret\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        set("backups");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(root).isDirectoryContaining(path -> path.endsWith(".env"));
        assertThat(root.resolve(".env.part")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "# mine\\n\\nA=1 # one\\n|# mine\\n\\nA=1 # one\\nBACKUPS_DIR=\"b\"\\n",
                "A=1|A=1\\nBACKUPS_DIR=\"b\"\\n",
                "A=1\\r\\nB=2|A=1\\r\\nB=2\\r\\nBACKUPS_DIR=\"b\"\\r\\n",
                "\ufeff|\ufeffBACKUPS_DIR=\"b\"\\n",
                "\ufeffBACKUPS_DIR=\\nA=1|\ufeffBACKUPS_DIR=\"b\"\\nA=1",
                "BACKUPS_DIR=\\r\\nA=1\\r\\n|BACKUPS_DIR=\"b\"\\r\\nA=1\\r\\n",
                "export BACKUPS_DIR = '  '  # where\\nA=1|export BACKUPS_DIR =\"b\" # where\\nA=1",
                "BACKUPS_DIR=   # backups\\n|BACKUPS_DIR=\"b\" # backups\\n",
                "BACKUPS_DIR=\u3000\\nA=1|BACKUPS_DIR=\"b\"\\nA=1",
                "BACKUPS_DIR=\"\u2003\" # x|BACKUPS_DIR=\"b\" # x",
                "BACKUPS_DIR=\"\"#x|BACKUPS_DIR=\"b\" #x",
                "BACKUPS_DIR=old\\nBACKUPS_DIR=\\n|BACKUPS_DIR=old\\nBACKUPS_DIR=\"b\"\\n",
                "#BACKUPS_DIR=no\\nMY_BACKUPS_DIR=\\n|#BACKUPS_DIR=no\\nMY_BACKUPS_DIR=\\nBACKUPS_DIR=\"b\"\\n",
            })
    void keepsAllElse(String before, String after) throws IOException {
        write(before.replace("\\r", "\r").replace("\\n", "\n"));

        assertThat(set("b")).isEqualTo(new EnvFileChange.Made());

        assertThat(content().replace("\r", "\\r").replace("\n", "\\n")).isEqualTo(after);
        assertThat(read()).isEqualTo(new EnvironmentVariable.Value("b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mnt/backup disk/x",
                " b ",
                "it's",
                "a\"b",
                "#1",
                "a # b",
                "größe/日本",
                "C:\\data\\b",
                "$HOME/b",
                "a\"b'c"
            })
    void quotesTheValueSoThatItIsReadBack(String value) {
        assertThat(set(value)).isEqualTo(new EnvFileChange.Made());

        assertThat(read()).isEqualTo(new EnvironmentVariable.Value(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\"#'b", "a\u0007b", "\"'", "\ud800"})
    void refusesAValueThatNoLineCanContain(String value) {
        assertThat(set(value)).isEqualTo(new EnvFileChange.InvalidValue());

        assertThat(file()).doesNotExist();
    }

    @Test
    void neverSetsWhatTheEnvironmentSets() {
        assertThat(editor(Map.of(NAME, "/mnt/backups")).set(NAME, "b")).isEqualTo(new EnvFileChange.SetInEnvironment());
        assertThat(editor(Map.of(NAME, "\"ambiguous")).set(NAME, "b")).isEqualTo(new EnvFileChange.SetInEnvironment());
        assertThat(file()).doesNotExist();

        assertThat(editor(Map.of(NAME, " ")).set(NAME, "b")).isEqualTo(new EnvFileChange.Made());
    }

    @Test
    void neverReplacesAValue() throws IOException {
        write("BACKUPS_DIR=theirs\n");

        assertThat(set("b")).isEqualTo(new EnvFileChange.SetAlready());

        assertThat(content()).isEqualTo("BACKUPS_DIR=theirs\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void neverReplacesALink() throws IOException {
        Path target = root.resolve("settings");
        Files.createSymbolicLink(file(), target);
        assertThat(set("b")).isEqualTo(new EnvFileChange.Link());

        Files.writeString(target, "A=1\n");
        assertThat(set("b")).isEqualTo(new EnvFileChange.Link());

        assertThat(file()).isSymbolicLink();
        assertThat(target).hasContent("A=1\n");
    }

    @Test
    void leavesAMalformedFileAlone() throws IOException {
        write("A=1\nPASSWORD=\"s3cret\n");

        assertThat(set("b"))
                .isEqualTo(new EnvFileChange.InvalidFile(
                        new EnvFileError(2, EnvFileProblem.QUOTE_NOT_CLOSED, "PASSWORD")));

        assertThat(content()).isEqualTo("A=1\nPASSWORD=\"s3cret\n");
    }

    @Test
    void leavesWhatIsNoFileAlone() throws IOException, InterruptedException {
        Files.createDirectory(file());
        assertThat(set("b"))
                .isEqualTo(new EnvFileChange.InvalidFile(new EnvFileError(0, EnvFileProblem.NOT_A_FILE, "")));
        Files.delete(file());

        SpecialFiles.pipe(file());
        assertThat(set("b"))
                .isEqualTo(new EnvFileChange.InvalidFile(new EnvFileError(0, EnvFileProblem.NOT_REGULAR, "")));
    }

    @Test
    void makesNoFileTooLargeToBeRead() throws IOException {
        String comment = "#".repeat(EnvFile.MAX_BYTES);
        write(comment);

        assertThat(set("b"))
                .isEqualTo(new EnvFileChange.InvalidFile(new EnvFileError(0, EnvFileProblem.TOO_LARGE, "")));

        assertThat(content()).isEqualTo(comment);
    }

    @Test
    @OrdinaryUser
    @DisabledOnOs(OS.WINDOWS)
    void leavesAloneWhatItMayNotReadOrWrite() throws IOException {
        write("A=1\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        assertThat(set("b")).isEqualTo(new EnvFileChange.ReadOnly());

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("---------"));
        assertThat(set("b"))
                .isEqualTo(new EnvFileChange.InvalidFile(new EnvFileError(0, EnvFileProblem.UNREADABLE, "")));
    }

    @Test
    void saysWhatTheSystemRefused() {
        // a folder in the place of the temporary file, which cannot be deleted
        assertThat(root.resolve(".env.part/x").toFile().mkdirs()).isTrue();

        assertThat(set("b")).isInstanceOf(EnvFileChange.Failed.class);

        assertThat(file()).doesNotExist();
    }

    private EnvFileChange set(String value) {
        return editor(Map.of()).set(NAME, value);
    }

    private EnvFileEditor editor(Map<String, Object> environment) {
        return new EnvFileEditor(TestEnvironment.process(environment), new ProjectRoot(root));
    }

    private EnvironmentVariable read() {
        return TestEnvironment.variables(root, Map.of()).read(NAME);
    }

    private Path file() {
        return root.resolve(".env");
    }

    private void write(String content) throws IOException {
        Files.write(file(), content.getBytes(UTF_8));
    }

    private String content() throws IOException {
        return Files.readString(file());
    }
}

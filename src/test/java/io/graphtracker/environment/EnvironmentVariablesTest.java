package io.graphtracker.environment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.SpecialFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentVariablesTest {

    private static final String SECRET = "hunter2";

    @TempDir
    Path root;

    @Test
    void withoutAFileThereIsNoFile() {
        assertThat(read()).isEqualTo(new EnvironmentVariable.NoFile());
    }

    @Test
    void aFileThatDoesNotMentionItLeavesItAbsent() throws IOException {
        write("OTHER=1\n#DIR=backups\n");

        assertThat(read()).isEqualTo(new EnvironmentVariable.Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIR=", "DIR=   ", "DIR=\"\"", "DIR='  '", "DIR=#backups", "DIR=\"\u3000\""})
    void aLineThatSetsItToNothingLeavesItBlank(String line) throws IOException {
        write(line);

        assertThat(read()).isEqualTo(new EnvironmentVariable.Blank());
    }

    @Test
    void theFileSetsIt() throws IOException {
        write("DIR=backups");

        assertThat(read()).isEqualTo(new EnvironmentVariable.Value("backups"));
    }

    @Test
    void theNameIsCaseSensitive() throws IOException {
        write("dir=backups");

        assertThat(read()).isEqualTo(new EnvironmentVariable.Absent());
    }

    @Test
    void aMalformedLineAnywhereInvalidatesTheFile() throws IOException {
        write("DIR=backups\nOTHER=\"\n");

        assertThat(read())
                .isEqualTo(new EnvironmentVariable.InvalidFile(
                        new EnvFileError(2, EnvFileProblem.QUOTE_NOT_CLOSED, "OTHER")));
    }

    @Test
    void theFirstOfSeveralMalformedLinesIsTold() throws IOException {
        write("A=1\nB 2\nC\n");

        assertThat(read())
                .isEqualTo(new EnvironmentVariable.InvalidFile(
                        new EnvFileError(2, EnvFileProblem.NOT_AN_ASSIGNMENT, "B")));
    }

    @Test
    void theProcessEnvironmentWinsOverTheFile() throws IOException {
        write("DIR=from-file");

        assertThat(startedWith("from-process").read("DIR")).isEqualTo(new EnvironmentVariable.Value("from-process"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankValueInTheProcessEnvironmentDoesNotWin(String blank) throws IOException {
        write("DIR=from-file");

        assertThat(startedWith(blank).read("DIR")).isEqualTo(new EnvironmentVariable.Value("from-file"));
    }

    @Test
    void withAValueInTheProcessEnvironmentTheFileDoesNotMatterAtAll() throws IOException {
        assertThat(startedWith("x").read("DIR")).isEqualTo(new EnvironmentVariable.Value("x"));

        write("malformed\n");
        assertThat(startedWith("x").read("DIR")).isEqualTo(new EnvironmentVariable.Value("x"));
        assertThat(startedWith("x").readAtStart("DIR")).contains("x");
    }

    /** As {@code docker --env-file} passes the lines of a {@code .env}. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "\"back ups\", back ups",
                "'back ups', back ups",
                "\"back ups\" # comment, back ups",
                "  'a # b'  # it's a comment, a # b",
                "'it\"s', it\"s",
                "back#ups, back#ups",
                "it's, it's"
            })
    void aValueInTheProcessEnvironmentThatIsQuotedIsReadLikeALineOfTheFile(String raw, String value) {
        assertThat(startedWith(raw).read("DIR")).isEqualTo(new EnvironmentVariable.Value(value));
        assertThat(startedWith(raw).readAtStart("DIR")).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "''", "\"  \"", "'' # comment"})
    void nothingInQuotesInTheProcessEnvironmentIsBlank(String blank) throws IOException {
        write("DIR=from-file");

        assertThat(startedWith(blank).read("DIR")).isEqualTo(new EnvironmentVariable.Value("from-file"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "\"hunter2, UNBALANCED_QUOTE",
                "'hunter2, UNBALANCED_QUOTE",
                "hunter2\", UNBALANCED_QUOTE",
                "\"hunter2\" x, UNBALANCED_QUOTE",
                "hunter2 # comment, COMMENT",
                "# hunter2, COMMENT"
            })
    void aValueInTheProcessEnvironmentThatWouldHaveToBeGuessedIsRefused(String raw, EnvValueProblem problem)
            throws IOException {
        write("DIR=from-file");

        assertThat(startedWith(raw).read("DIR")).isEqualTo(new EnvironmentVariable.InvalidValue(problem));
        assertThatThrownBy(() -> startedWith(raw).readAtStart("DIR"))
                .isInstanceOf(EnvValueException.class)
                .hasMessageContaining("DIR in the environment")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void atTheStartAPipeIsRefusedAtOnce() throws Exception {
        SpecialFiles.pipe(root.resolve(".env"));

        assertThatThrownBy(this::readAtStart).isInstanceOf(EnvFileException.class);
    }

    @Test
    void theFileIsReadAnewEachTime() throws IOException {
        EnvironmentVariables variables = TestEnvironment.variables(root, Map.of());
        assertThat(variables.read("DIR")).isEqualTo(new EnvironmentVariable.NoFile());
        write("DIR=one");
        assertThat(variables.read("DIR")).isEqualTo(new EnvironmentVariable.Value("one"));
        write("DIR=two");
        assertThat(variables.read("DIR")).isEqualTo(new EnvironmentVariable.Value("two"));
        Files.delete(root.resolve(".env"));
        assertThat(variables.read("DIR")).isEqualTo(new EnvironmentVariable.NoFile());
    }

    @Test
    void atTheStartWhatIsNotSetIsEmpty() throws IOException {
        assertThat(readAtStart()).isEmpty();
        write("OTHER=1");
        assertThat(readAtStart()).isEmpty();
        write("DIR= ");
        assertThat(readAtStart()).isEmpty();
        write("DIR=x");
        assertThat(readAtStart()).contains("x");
    }

    @Test
    void atTheStartAMalformedLineForAnotherNameIsPassedOver() throws IOException {
        write("OTHER=\"" + SECRET + "\nDIR=x\n");

        assertThat(readAtStart()).contains("x");
    }

    @Test
    void atTheStartAFileThatCannotBeReadIsPassedOver() throws IOException {
        Files.createDirectory(root.resolve(".env"));

        assertThat(readAtStart()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIR=\"x", "export DIR=\"x", "DIR x", "DIR=\"x\" y", "DIR=x\"", "DIR=\u0001"})
    void atTheStartAMalformedLineForThisNameIsRefused(String line) throws IOException {
        write("OTHER=1\n" + line + "\n");

        assertThatThrownBy(this::readAtStart)
                .isInstanceOf(EnvFileException.class)
                .hasMessageContainingAll("DIR", "line 2");
    }

    @Test
    void atTheStartASoundLineForThisNameDoesNotExcuseAMalformedOne() throws IOException {
        write("DIR=x\nDIR=\"y\n");

        assertThatThrownBy(this::readAtStart).isInstanceOf(EnvFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DIR=\"hunter2",
                "DIR='hunter2",
                "export DIR=\"hunter2",
                "DIR hunter2",
                "DIR=\"x\" hunter2",
                "DIR=hunter2\"",
                "DIR=hunter2\u0001",
                "DIR=hunter2größe",
                "hunter2",
                "hunter2 DIR=x",
                "OTHER=\"hunter2"
            })
    void theContentOfAMalformedLineIsNeverTold(String line) throws IOException {
        Files.write(root.resolve(".env"), line.getBytes(ISO_8859_1));

        try (CapturedLog log = new CapturedLog("ROOT")) {
            String told = read() + trace(catchThrowableOfType(Exception.class, this::readAtStart)) + log.text();
            assertThat(told).doesNotContain(SECRET);
        }
    }

    private static String trace(Exception error) {
        StringWriter text = new StringWriter();
        if (error != null) {
            error.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    private void write(String content) throws IOException {
        Files.writeString(root.resolve(".env"), content);
    }

    private EnvironmentVariable read() {
        return TestEnvironment.variables(root, Map.of()).read("DIR");
    }

    private java.util.Optional<String> readAtStart() {
        return TestEnvironment.variables(root, Map.of()).readAtStart("DIR");
    }

    private EnvironmentVariables startedWith(String value) {
        return TestEnvironment.variables(root, Map.of("DIR", value));
    }
}

package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupSettingsTest {

    @TempDir
    Path root;

    @Test
    void withoutAFileItIsMissing() {
        assertProblem(BackupProblem.ENV_FILE_MISSING, "backup.problem.env-file-missing", root);
    }

    @Test
    void withoutALineTheFolderIsMissing() throws IOException {
        env("OTHER=1");

        assertProblem(BackupProblem.BACKUPS_DIR_MISSING, "backup.problem.backups-dir-missing", envFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BACKUPS_DIR=", "BACKUPS_DIR=  ", "BACKUPS_DIR=\"\"", "BACKUPS_DIR='   '", "BACKUPS_DIR=#x"})
    void anEmptyOrBlankValueIsEmpty(String line) throws IOException {
        env(line);

        assertProblem(BackupProblem.BACKUPS_DIR_EMPTY, "backup.problem.backups-dir-empty", envFile());
    }

    @Test
    void aMalformedLineIsToldByItsNumber() throws IOException {
        env("A=1\n".repeat(1233) + "BACKUPS_DIR=\"backups\n");

        assertProblem(
                BackupProblem.ENV_FILE_INVALID, "backup.problem.env-file-invalid.quote-not-closed", envFile(), "1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "~/backups", "~me/backups"})
    void theHomeFolderIsNotExpanded(String value) throws IOException {
        assertUnusable(value, "home-shortcut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${HOME}/backups", "backups/${", "C:\\${X}"})
    void aPlaceholderIsNotReplaced(String value) throws IOException {
        assertUnusable(value, "placeholder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C:", "C:/backups", "c:\\backups", "D:backups", "\\\\server\\share", "//server/share", "a\\b"})
    @DisabledOnOs(OS.WINDOWS)
    void aWindowsPathIsNoPathElsewhere(String value) throws IOException {
        assertUnusable(value, "windows-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\backups", "C:/backups", "\\\\server\\share\\backups"})
    @EnabledOnOs(OS.WINDOWS)
    void aWindowsPathIsFineOnWindows(String value) throws IOException {
        env("BACKUPS_DIR=" + value);

        assertThat(settings(Map.of()).folder()).isEqualTo(Path.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"back\u0000ups", "back\nups", "back\u001b[2Jups", "back\tups", "back\u0085ups"})
    void aControlCharacterIsInvalid(String value) {
        // in .env it is a malformed line already, except for a tab
        BackupException reason = problem(settings(Map.of("BACKUPS_DIR", value)));

        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUPS_DIR_UNUSABLE);
        assertThat(reason.textKey()).endsWith(".invalid-path");
    }

    @ParameterizedTest
    @CsvSource({
        "backups, backups",
        "./backups, backups",
        "a/../backups, backups",
        "a//b/, a/b",
        "'\"my backups\"', my backups",
        "'\"back#ups\"', back#ups",
        "back~ups, back~ups",
        "$HOME, $HOME",
        "%TEMP%, %TEMP%",
        "größe/日本, größe/日本",
        "., ''"
    })
    void aRelativePathIsBelowTheRootAndTakenLiterally(String value, String expected) throws IOException {
        env("BACKUPS_DIR=" + value);

        assertThat(settings(Map.of()).folder()).isEqualTo(root.resolve(expected).normalize());
    }

    @Test
    void aRelativePathMayLeadOutOfTheRoot() throws IOException {
        env("BACKUPS_DIR=../elsewhere");

        assertThat(settings(Map.of()).folder()).isEqualTo(root.resolveSibling("elsewhere"));
    }

    @Test
    void anAbsolutePathIsItself() throws IOException {
        Path absolute = root.resolveSibling("absolute");
        env("BACKUPS_DIR=" + absolute);

        assertThat(settings(Map.of()).folder()).isEqualTo(absolute);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aVeryLongPathIsStillAPathAndTurnsOutToBeTooLong() throws IOException {
        env("BACKUPS_DIR=" + "x".repeat(4096));

        Path folder = settings(Map.of()).folder();
        assertThat(folder).isEqualTo(root.resolve("x".repeat(4096)));
        assertThat(catchThrowableOfType(BackupException.class, () -> BackupFolder.prepare(folder))
                        .textKey())
                .isEqualTo("backup.problem.backups-dir-unusable.too-long");
    }

    @Test
    void theProcessEnvironmentNeedsNoFile() {
        assertThat(settings(Map.of("BACKUPS_DIR", "backups")).folder()).isEqualTo(root.resolve("backups"));
    }

    @Test
    void theProcessEnvironmentWins() throws IOException {
        env("BACKUPS_DIR=from-file");

        assertThat(settings(Map.of("BACKUPS_DIR", "from-process")).folder()).isEqualTo(root.resolve("from-process"));
        assertThat(settings(Map.of("BACKUPS_DIR", " ")).folder()).isEqualTo(root.resolve("from-file"));
    }

    @Test
    void aPlaceholderInTheProcessEnvironmentIsNotReplacedEither() {
        BackupException reason = problem(settings(Map.of("BACKUPS_DIR", "${HOME}/backups", "HOME", "/home/me")));

        assertThat(reason.textKey()).endsWith(".placeholder");
    }

    @Test
    void theSettingIsReadAnewAtEachClick() throws IOException {
        BackupSettings settings = settings(Map.of());
        assertThat(problem(settings).problem()).isEqualTo(BackupProblem.ENV_FILE_MISSING);
        env("BACKUPS_DIR=");
        assertThat(problem(settings).problem()).isEqualTo(BackupProblem.BACKUPS_DIR_EMPTY);
        env("BACKUPS_DIR=backups");
        assertThat(settings.folder()).isEqualTo(root.resolve("backups"));
    }

    @Test
    void nothingIsMadeByLooking() throws IOException {
        env("BACKUPS_DIR=backups");

        assertThat(settings(Map.of()).folder()).doesNotExist();
    }

    private void assertUnusable(String value, String kind) throws IOException {
        env("BACKUPS_DIR=" + value);
        assertProblem(BackupProblem.BACKUPS_DIR_UNUSABLE, "backup.problem.backups-dir-unusable." + kind, value);
    }

    private void assertProblem(BackupProblem problem, String textKey, Object... arguments) {
        BackupException reason = problem(settings(Map.of()));

        assertThat(reason.problem()).isEqualTo(problem);
        assertThat(reason.problem().category()).isEqualTo(BackupProblem.Category.CONFIGURATION);
        assertThat(reason.textKey()).isEqualTo(textKey);
        assertThat(reason.arguments()).containsExactly(arguments);
    }

    private static BackupException problem(BackupSettings settings) {
        return catchThrowableOfType(BackupException.class, settings::folder);
    }

    private BackupSettings settings(Map<String, Object> process) {
        return new BackupSettings(TestEnvironment.variables(root, process), new ProjectRoot(root));
    }

    private void env(String content) throws IOException {
        Files.writeString(envFile(), content);
    }

    private Path envFile() {
        return root.resolve(".env");
    }
}

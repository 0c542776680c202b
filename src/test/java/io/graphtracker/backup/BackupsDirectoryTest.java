package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.TestEnvironment;
import io.graphtracker.testing.RawNames;
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

class BackupsDirectoryTest {

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
    @ValueSource(
            strings = {"${HOME}/backups", "backups/${", "C:\\${X}", "$(pwd)/backups", "%TEMP%", "%ProgramFiles(x86)%/x"
            })
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
    @ValueSource(
            strings = {
                "smb://nas/x",
                "s3://bucket",
                "s3://bucket/path",
                "file:///srv/backups",
                "file:/srv/backups",
                "FILE:backups",
                "https://example.org/dav",
                "sftp://me@host:22/x",
                "./s3://bucket"
            })
    void anAddressIsNoPath(String value) throws IOException {
        assertUnusable(value, "address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas:/export", "nas.local:/x", "host:/", "me@nas:backups", "me@nas:/x", "[::1]:/export"})
    void aFolderOfAnotherMachineIsNoPath(String value) throws IOException {
        assertUnusable(value, "remote");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“backups”",
                "“backups",
                "„backups“",
                "‘backups’",
                "«backups»",
                "`pwd`",
                "back`ups",
                "´backups´",
                "back”ups"
            })
    void quotesThatNoShellKnowsAreNotPartOfAPath(String value) throws IOException {
        assertUnusable(value, "quote");
    }

    @ParameterizedTest
    @CsvSource({
        "'back\u0000ups', back[U+0000]ups",
        "'back\nups', back[U+000A]ups",
        "'back\u001b[2Jups', back[U+001B][2Jups",
        "'back\tups', back[U+0009]ups",
        "'back\u0085ups', back[U+0085]ups",
        "'back\u00a0ups', back[U+00A0]ups",
        "'backups\u202f', backups[U+202F]",
        "'back\u200bups', back[U+200B]ups",
        "'\u2060backups', [U+2060]backups",
        "'\ufeffbackups', [U+FEFF]backups",
        "'back\u202eups', back[U+202E]ups",
        "'back\u2066ups', back[U+2066]ups",
        "'back\u00adups', back[U+00AD]ups",
        "'back\u2028ups', back[U+2028]ups",
        "'back\u2003ups', back[U+2003]ups",
        "'back\u3164ups', back[U+3164]ups",
        "'back\ud800ups', back[U+D800]ups",
        "'back\udb40\udc41ups', back[U+E0041]ups"
    })
    void aCharacterThatCannotBeSeenIsShown(String value, String shown) {
        // in .env, most control characters make a malformed line already
        BackupException reason = problem(settings(Map.of("BACKUPS_DIR", value)));

        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUPS_DIR_UNUSABLE);
        assertThat(reason.textKey()).endsWith(".invisible");
        assertThat(reason.arguments()).containsExactly(shown);
    }

    /** Bytes in another encoding, in the environment. */
    @Test
    void whatTheLocaleCouldNotDecodeIsNoPath() throws IOException {
        assertUnusable("back\ufffdups", "locale");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"\"back # ups\" # my disk, back # ups", "'it\"s', it\"s"})
    void aQuotedValueOfTheProcessEnvironmentIsReadLikeALine(String value, String folder) {
        assertThat(settings(Map.of("BACKUPS_DIR", value)).folder()).isEqualTo(root.resolve(folder));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"\"backups, unbalanced-quote", "backups # my disk, comment"})
    void aValueOfTheProcessEnvironmentIsNotGuessed(String value, String kind) {
        assertThat(problem(settings(Map.of("BACKUPS_DIR", value))).textKey())
                .isEqualTo("backup.problem.backups-dir-unusable." + kind);
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
        "100%, 100%",
        "50%-off%, 50%-off%",
        "backups 12:30, backups 12:30",
        "a/b:/c, a/b:/c",
        "Anna’s backups, Anna’s backups",
        "バックアップ\u3000１, バックアップ\u3000１",
        "'\"export\"', export",
        "größe/日本, größe/日本",
        "., ''"
    })
    void aRelativePathIsBelowTheRootAndTakenLiterally(String value, String expected) throws IOException {
        RawNames.assumePossible(expected);
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
        BackupsDirectory settings = settings(Map.of());
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

    private static BackupException problem(BackupsDirectory settings) {
        return catchThrowableOfType(BackupException.class, settings::folder);
    }

    private BackupsDirectory settings(Map<String, Object> process) {
        return new BackupsDirectory(TestEnvironment.variables(root, process), new ProjectRoot(root));
    }

    private void env(String content) throws IOException {
        Files.writeString(envFile(), content);
    }

    private Path envFile() {
        return root.resolve(".env");
    }
}

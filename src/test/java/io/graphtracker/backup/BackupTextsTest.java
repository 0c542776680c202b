package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.environment.EnvFileProblem;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BackupTextsTest {

    private static final String PROVIDE = "Provide BACKUPS_DIR in .env at project root.";
    private static final Path ROOT = Path.of("/srv/graph-tracker").toAbsolutePath();
    private static final Path ENV_FILE = ROOT.resolve(".env");
    private static final ZonedDateTime TIME = ZonedDateTime.parse("2026-11-22T21:30:05+01:00[Europe/Berlin]");
    private static final Pattern KINDS = Pattern.compile(
            "(?:(?:unusable|failed)\\(|BackupProblem\\.VERIFICATION_FAILED,\\s*)\"(?<kind>[a-z0-9-]+)\"");

    private final BackupTexts texts = new BackupTexts(new Texts(), new ProjectRoot(ROOT));

    @ParameterizedTest
    @MethodSource("everyProblem")
    void everyProblemHasASentenceAndAHint(BackupException reason) {
        assertThat(texts.message(reason))
                .isNotBlank()
                .doesNotContainPattern("\\{\\d|null|''")
                .endsWith(".");
        assertThat(texts.hint(reason))
                .isNotBlank()
                .doesNotContainPattern("\\{\\d|null|''")
                .endsWith(".");
    }

    static Stream<BackupException> everyProblem() throws IOException {
        Stream<BackupException> simple = Stream.of(
                new BackupException(BackupProblem.ENV_FILE_MISSING, ROOT),
                new BackupException(BackupProblem.BACKUPS_DIR_MISSING, ENV_FILE),
                new BackupException(BackupProblem.BACKUPS_DIR_EMPTY, ENV_FILE),
                new BackupException(BackupProblem.UNSUPPORTED_DATABASE, "PostgreSQL"),
                new BackupException(BackupProblem.BACKUP_RUNNING, TIME),
                new BackupException(BackupProblem.NOT_ENOUGH_SPACE, 12_000_000L, 1_000L, "/data (/dev/sdb1)"),
                BackupException.ofKind(BackupProblem.NOT_ENOUGH_SPACE, "limit", null, 12_000_000L, "/data (/dev/sdb1)"),
                new BackupException(BackupProblem.NO_BACKUP_RUNNING),
                new BackupException(BackupProblem.BACKUP_CANCELLED),
                new BackupException(BackupProblem.DATABASE_LOCKED, ROOT.resolve("instance/graph_tracker.db")),
                new BackupException(BackupProblem.DATABASE_MISSING, ROOT.resolve("instance/graph_tracker.db")),
                new BackupException(BackupProblem.UNEXPECTED, "0a1b2c3d"));
        Stream<BackupException> malformed =
                Arrays.stream(EnvFileProblem.values()).map(problem -> malformed(problem, "1234"));
        Stream<BackupException> unusable = kindsIn("BackupFolder", "BackupSettings").stream()
                .map(kind -> BackupException.ofKind(
                        BackupProblem.BACKUPS_DIR_UNUSABLE, kind, null, Path.of("/mnt/backups")));
        Stream<BackupException> failed = kindsIn("BackupProof", "BackupEngine").stream()
                .map(kind -> BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, kind, null));
        return Stream.of(simple, malformed, unusable, failed).flatMap(problems -> problems);
    }

    @Test
    void noProblemIsForgottenHere() throws IOException {
        assertThat(everyProblem().map(BackupException::problem)).contains(BackupProblem.values());
    }

    @Test
    void theBundleHasNoSentenceThatNobodySays() throws IOException {
        Set<String> said = everyProblem()
                .flatMap(reason -> Stream.of(reason.textKey(), reason.problem().textKey() + ".hint"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = ResourceBundle.getBundle("messages", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith("backup.problem."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(written).isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource(
            value = BackupProblem.class,
            names = {"ENV_FILE_MISSING", "BACKUPS_DIR_MISSING", "BACKUPS_DIR_EMPTY"})
    void aSettingThatIsMissingIsToldInTheSentenceOfTheContract(BackupProblem problem) {
        assertThat(texts.message(new BackupException(problem, ROOT))).isEqualTo(PROVIDE);
    }

    @Test
    void anotherDatabaseIsToldInTheSentenceOfTheContractWithItsName() {
        BackupException reason = new BackupException(BackupProblem.UNSUPPORTED_DATABASE, "PostgreSQL");

        assertThat(texts.message(reason)).isEqualTo("Only SQLite is supported in this version.");
        assertThat(texts.hint(reason)).contains("PostgreSQL");
    }

    @Test
    void aMissingFileIsToldWithWhatToCopyAndAnExample() {
        assertThat(texts.hint(new BackupException(BackupProblem.ENV_FILE_MISSING, ROOT)))
                .contains(".env.example", "BACKUPS_DIR=backups");
        assertThat(texts.hint(new BackupException(BackupProblem.BACKUPS_DIR_MISSING, ENV_FILE)))
                .contains("BACKUPS_DIR=backups");
        assertThat(texts.hint(new BackupException(BackupProblem.BACKUPS_DIR_EMPTY, ENV_FILE)))
                .contains("BACKUPS_DIR=backups");
    }

    @Test
    void theNumberOfALineIsWrittenWithoutSeparators() {
        assertThat(texts.message(malformed(EnvFileProblem.QUOTE_NOT_CLOSED, "1234")))
                .isEqualTo("Line 1234 of .env has a quote that is not closed.");
    }

    @Test
    void aPlaceholderInAFolderIsShownAsItIs() {
        BackupException reason =
                BackupException.ofKind(BackupProblem.BACKUPS_DIR_UNUSABLE, "placeholder", null, "${HOME}/{0}/it's");

        assertThat(texts.message(reason)).contains("folder ${HOME}/{0}/it's cannot", "“${” is not replaced");
    }

    @Test
    void theTimeIsTheServersLocalTime() {
        assertThat(texts.message(new BackupException(BackupProblem.BACKUP_RUNNING, TIME)))
                .isEqualTo("A backup is running since 21:30:05.");
        assertThat(texts.time(TIME)).isEqualTo("22 Nov 2026, 21:30:05");
    }

    @Test
    void theSpaceIsToldInUnitsAndWithTheVolume() {
        assertThat(texts.message(
                        new BackupException(BackupProblem.NOT_ENOUGH_SPACE, 12_000_000L, 1_000L, "/data (/dev/sdb1)")))
                .contains("needs 12.0 MB, and 1.0 kB are free on /data (/dev/sdb1)");
    }

    @Test
    void anErrorNobodyForesawIsToldByItsIdInSentenceAndHint() {
        BackupException reason = new BackupException(BackupProblem.UNEXPECTED, "0a1b2c3d");

        assertThat(texts.message(reason)).contains("0a1b2c3d");
        assertThat(texts.hint(reason)).contains("0a1b2c3d", "server log");
    }

    @ParameterizedTest
    @EnumSource(
            value = BackupProblem.class,
            names = {"NOT_ENOUGH_SPACE", "DATABASE_MISSING", "VERIFICATION_FAILED", "UNEXPECTED"})
    void aFailureSaysThatOlderBackupsAreUntouched(BackupProblem problem) {
        assertThat(texts.hint(new BackupException(problem, "x", "x", "x")))
                .contains("Nothing was", "older backups are untouched");
    }

    @Test
    void aBackupInsideTheRootIsToldRelativeToIt() {
        assertThat(texts.message(backup(ROOT.resolve("backups").resolve("graph_tracker_20261122_213000.sqlite"))))
                .isEqualTo("Backup saved: backups/graph_tracker_20261122_213000.sqlite (1.4 MB).");
        assertThat(texts.hint(backup(ROOT))).isNotBlank();
    }

    @Test
    void aBackupOutsideIsShortenedInTheMiddle() {
        Path file = Path.of("/mnt/" + "deep/".repeat(30) + "graph_tracker_20261122_213000.sqlite");

        assertThat(texts.message(backup(file)))
                .startsWith("Backup saved: /mnt/deep/")
                .contains("…")
                .endsWith("graph_tracker_20261122_213000.sqlite (1.4 MB).")
                .hasSizeLessThan(110);
    }

    private static Backup backup(Path file) {
        return new Backup(file, TestManifests.of(file, 1_400_000, TIME, Map.of()));
    }

    private static BackupException malformed(EnvFileProblem problem, String line) {
        return BackupException.ofKind(BackupProblem.ENV_FILE_INVALID, problem.slug(), null, ENV_FILE, line);
    }

    /** The kinds that these classes tell apart, from their source: a new one is tested without being written down here. */
    private static List<String> kindsIn(String... classes) throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (String name : classes) {
            String source = Files.readString(Path.of("src/main/java/io/graphtracker/backup", name + ".java"));
            KINDS.matcher(source).results().map(BackupTextsTest::kind).forEach(kinds::add);
        }
        assertThat(kinds).hasSizeGreaterThan(4);
        return List.copyOf(kinds);
    }

    private static String kind(MatchResult match) {
        return match.group("kind");
    }
}

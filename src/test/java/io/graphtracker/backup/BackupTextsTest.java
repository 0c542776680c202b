package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.environment.EnvFileProblem;
import io.graphtracker.environment.EnvValueProblem;
import io.graphtracker.environment.PathProblem;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.texts.Texts;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BackupTextsTest {

    private static final String PROVIDE = "Provide BACKUPS_DIR in .env at project root.";
    private static final Path ROOT = Path.of("/srv/graph-tracker").toAbsolutePath();
    private static final Path ENV_FILE = ROOT.resolve(".env");
    private static final ZonedDateTime TIME = ZonedDateTime.parse("2026-11-22T21:30:05+01:00[Europe/Berlin]");
    private static final String BACKUP = "graph_tracker_20261122_213000.sqlite";
    private static final Path DATABASE = ROOT.resolve("instance/graph_tracker.db");
    private static final String VOLUME = "/data (/dev/sdb1)";

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

    static Stream<BackupException> everyProblem() {
        Stream<BackupException> simple = Stream.of(
                        BackupProblem.ENV_FILE_MISSING,
                        BackupProblem.BACKUPS_DIR_MISSING,
                        BackupProblem.BACKUPS_DIR_EMPTY,
                        BackupProblem.UNSUPPORTED_DATABASE,
                        BackupProblem.BACKUP_RUNNING,
                        BackupProblem.NOT_ENOUGH_SPACE,
                        BackupProblem.NO_BACKUP_RUNNING,
                        BackupProblem.BACKUP_CANCELLED,
                        BackupProblem.TOO_MANY_BACKUPS,
                        BackupProblem.DATABASE_LOCKED,
                        BackupProblem.DATABASE_MISSING,
                        BackupProblem.BACKUP_NOT_FOUND,
                        BackupProblem.UPLOAD_TOO_LARGE,
                        BackupProblem.UPLOAD_INCOMPLETE,
                        BackupProblem.RESTORE_RUNNING,
                        BackupProblem.RESTORE_NOT_CONFIRMED,
                        BackupProblem.TOO_MANY_JOBS,
                        BackupProblem.JOB_NOT_FOUND,
                        BackupProblem.UNDO_UNAVAILABLE,
                        BackupProblem.UNEXPECTED)
                .map(problem -> new BackupException(problem, arguments(problem, "")));
        Stream<BackupException> malformed =
                Arrays.stream(EnvFileProblem.values()).map(problem -> malformed(problem, "1234"));
        Stream<BackupException> kinds = kinds().entrySet().stream()
                .flatMap(problem -> problem.getValue().stream()
                        .map(kind ->
                                BackupException.ofSetting(problem.getKey(), kind, arguments(problem.getKey(), kind))));
        return Stream.of(simple, malformed, kinds).flatMap(problems -> problems);
    }

    /** The sentences of each problem. */
    private static Object[] arguments(BackupProblem problem, String kind) {
        return switch (problem) {
            case ENV_FILE_MISSING -> new Object[] {ROOT};
            case BACKUPS_DIR_MISSING, BACKUPS_DIR_EMPTY -> new Object[] {ENV_FILE};
            case BACKUPS_DIR_UNUSABLE -> new Object[] {Path.of("/mnt/backups"), "Input/output error"};
            case UNSUPPORTED_DATABASE -> new Object[] {"PostgreSQL"};
            case BACKUP_RUNNING -> new Object[] {TIME};
            case TOO_MANY_JOBS -> new Object[] {4};
            case TOO_MANY_BACKUPS -> new Object[] {10, TIME, 21};
            case NOT_ENOUGH_SPACE ->
                switch (kind) {
                    case "limit" -> new Object[] {12_000_000L, VOLUME};
                    case "files", "quota" -> new Object[] {VOLUME};
                    default -> new Object[] {12_000_000L, 1_000L, VOLUME};
                };
            case DATABASE_LOCKED, DATABASE_MISSING, RESTORE_FAILED -> new Object[] {DATABASE};
            case BACKUP_NOT_FOUND, BACKUP_KEPT, RESTORE_NOT_CONFIRMED -> new Object[] {BACKUP};
            case UPLOAD_TOO_LARGE -> new Object[] {4_000_000_000L};
            case BACKUP_UNUSABLE -> new Object[] {"12", "9"};
            case BACKUP_CANCELLED -> new Object[] {"3"};
            case VERIFICATION_FAILED -> new Object[] {"no such function: f"};
            case RESTORE_REFUSED ->
                switch (kind) {
                    case "in-use" -> new Object[] {"10"};
                    case "other-program", "server", "mounted", "lock" -> new Object[] {DATABASE};
                    case "folder" -> new Object[] {DATABASE.getParent(), "Read-only file system"};
                    case "kept-incomplete", "kept-unreadable" ->
                        new Object[] {DATABASE.getParent(), "graph_tracker.db"};
                    default -> new Object[0];
                };
            case UNEXPECTED -> new Object[] {"0a1b2c3d"};
            case ENV_FILE_INVALID -> new Object[] {ENV_FILE, "Read-only file system"};
            case NO_BACKUP_RUNNING, UPLOAD_INCOMPLETE, RESTORE_RUNNING, UNDO_UNAVAILABLE, JOB_NOT_FOUND ->
                new Object[0];
        };
    }

    @Test
    void noProblemIsForgottenHere() {
        assertThat(everyProblem().map(BackupException::problem)).contains(BackupProblem.values());
    }

    @Test
    void theBundleHasNoSentenceThatNobodySays() {
        Set<String> said = everyProblem()
                .flatMap(reason -> Stream.of(reason.textKey(), reason.problem().textKey() + ".hint"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> hintsOfKinds =
                everyProblem().map(reason -> reason.textKey() + ".hint").collect(Collectors.toSet());
        Set<String> written = ResourceBundle.getBundle("messages", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith("backup.problem."))
                .filter(key -> said.contains(key) || !hintsOfKinds.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(written).isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfBackupIsNamed(BackupKind kind) {
        BackupManifest manifest = TestManifests.of(Path.of(BACKUP), 1, TIME, kind);

        assertThat(texts.kind(manifest)).isNotBlank();
    }

    @Test
    void aBackupThatCannotBeRestoredIsToldWithWhyAndHowToMendTheDatabase() {
        BackupManifest.NotRestorable fault =
                NotRestorableException.of(ProblemKind.VIEW, "my_view").at(TIME.toInstant());
        Backup backup = new Backup(
                ROOT.resolve("b.sqlite"),
                TestManifests.of(Path.of(BACKUP), 1_400_000, TIME, Map.of())
                        .withNotRestorable(fault, new FileStamp(TIME.toInstant(), null)));

        assertThat(texts.message(backup))
                .isEqualTo(
                        "Backup saved: b.sqlite (1.4 MB). But it cannot be restored, because the database itself has a"
                                + " fault. It has a view named “my_view”, which Graph Tracker did not make.");
        assertThat(texts.hint(backup)).contains("'DROP VIEW \"my_view\"'");
    }

    /** The name comes from the file, which may not be ours, and the command is meant to be copied into a shell. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            VIEW,    x"'; touch y; '
            TRIGGER, x"'; touch y; '
            INDEX,   x"'; touch y; '
            VIEW,    $(touch y)
            VIEW,    `touch y`
            INDEX,   two words
            INDEX,   ä
            """)
    void aNameThatAShellCouldTakeForMoreIsInNoCommand(ProblemKind reason, String name) {
        BackupManifest.NotRestorable fault =
                NotRestorableException.of(reason, name, "nodes").at(TIME.toInstant());
        Backup backup = new Backup(
                ROOT.resolve("b.sqlite"),
                TestManifests.of(Path.of(BACKUP), 1_400_000, TIME, Map.of())
                        .withNotRestorable(fault, new FileStamp(TIME.toInstant(), null)));

        assertThat(texts.hint(backup))
                .isEqualTo("Remove it with a database browser, then make a new backup.")
                .doesNotContain("sqlite3", "touch");
    }

    @Test
    void theNameOfAFileIsInNoCommandEither() {
        BackupException reason =
                BackupException.of(ProblemKind.FORMER_DATABASE_UNREADABLE, DATABASE.getParent(), "x; touch y");

        assertThat(texts.hint(reason))
                .contains("“sqlite3 FILE .recover | sqlite3 recovered.db”", "FILE being x; touch y");
    }

    @Test
    void whatIsWrongWithAFileIsSaidByItsKind() {
        assertThat(texts.unusable("length")).startsWith("The file is not as long as it has to be");
        assertThat(texts.unusable("unreadable")).isEqualTo("The application may not read this file.");
    }

    /** A later version may have written it to a manifest. */
    @Test
    void aFaultThatThisVersionDoesNotKnowIsDamage() {
        BackupException haunted = BackupException.ofStored("haunted");

        assertThat(texts.unusable("haunted")).isEqualTo(texts.unusable("damaged"));
        assertThat(texts.message(haunted)).isEqualTo(texts.unusable("damaged"));
        assertThat(texts.hint(haunted)).isNotBlank();
    }

    /** A requested name may be long, and must not be interpreted as a pattern. */
    @Test
    void theNameOfABackupThatIsNotThereIsShownAsItIs() {
        assertThat(texts.message(new BackupException(BackupProblem.BACKUP_NOT_FOUND, "{0}'s ../x")))
                .isEqualTo("The backup {0}'s ../x is no longer in the backups folder.");
        assertThat(texts.message(new BackupException(BackupProblem.BACKUP_NOT_FOUND, "x".repeat(5_000))))
                .hasSizeLessThan(200);
    }

    @Test
    void theLargestUploadIsToldInUnits() {
        assertThat(texts.message(new BackupException(BackupProblem.UPLOAD_TOO_LARGE, 4_000_000_000L)))
                .isEqualTo("The file is too large: at most 4.0 GB can be uploaded.");
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
                BackupException.ofSetting(BackupProblem.BACKUPS_DIR_UNUSABLE, "placeholder", "${HOME}/{0}/it's");

        assertThat(texts.message(reason))
                .contains("folder ${HOME}/{0}/it's cannot", "variables and commands are not replaced");
    }

    @Test
    void theTimeIsTheServersLocalTime() {
        assertThat(texts.message(new BackupException(BackupProblem.BACKUP_RUNNING, TIME)))
                .isEqualTo("A backup has been running since 21:30:05.");
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
        assertThat(texts.hint(reason, () -> "The details are in there."))
                .endsWith(" The details are in there.")
                .doesNotContain("server log");
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
        return BackupException.ofSetting(BackupProblem.ENV_FILE_INVALID, problem.slug(), ENV_FILE, line);
    }

    /** The kinds of each problem. */
    private static Map<BackupProblem, Set<String>> kinds() {
        Map<BackupProblem, Set<String>> kinds = new EnumMap<>(BackupProblem.class);
        for (ProblemKind kind : ProblemKind.values()) {
            assertThat(kinds.computeIfAbsent(kind.problem(), none -> new TreeSet<>())
                            .add(kind.code()))
                    .as("%s has a code of its own", kind)
                    .isTrue();
        }
        // what cannot be meant as a path is told of every setting
        Set<String> paths = kinds.get(BackupProblem.BACKUPS_DIR_UNUSABLE);
        Arrays.stream(PathProblem.values()).map(PathProblem::slug).forEach(paths::add);
        Arrays.stream(EnvValueProblem.values()).map(EnvValueProblem::slug).forEach(paths::add);
        return kinds;
    }
}

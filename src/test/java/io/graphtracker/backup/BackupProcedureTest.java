package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupProcedureTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-22T20:30:00.987Z");
    private static final String NAME = "graph_tracker_20261122_213000.sqlite";
    private static final String OLDER = "graph_tracker_20260101_000000.sqlite";

    @TempDir
    Path root;

    private Path database;
    private Path target;

    @BeforeEach
    void create() throws SQLException, IOException {
        database = TestDatabase.create(
                Files.createDirectory(root.resolve("instance")).resolve("live.db"));
        target = root.resolve("backups");
    }

    @Test
    void makesACopyWithTheSameRowsThatOpensByItself() throws IOException, SQLException {
        Backup backup = backUp();

        assertThat(TestDatabase.rows(backup.file())).isEqualTo(TestDatabase.rows(database));
        assertThat(TestDatabase.value(backup.file(), "PRAGMA journal_mode")).isEqualTo("delete");
        assertThat(TestDatabase.value(backup.file(), "PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(TestDatabase.value(backup.file(), "PRAGMA application_id"))
                .isEqualTo(Integer.toString(TestDatabase.APPLICATION_ID));
        assertThat(TestDatabase.value(backup.file(), "PRAGMA user_version")).isEqualTo("7");
    }

    @Test
    void tellsWhatItMade() throws IOException, SQLException {
        Backup backup = backUp();

        assertThat(backup.file()).isEqualTo(target.resolve(NAME)).isAbsolute();
        assertThat(backup.sizeBytes()).isEqualTo(Files.size(backup.file()));
        assertThat(backup.sha256()).isEqualTo(Sha256.of(backup.file()));
        assertThat(backup.createdAt()).isEqualTo(ZonedDateTime.parse("2026-11-22T21:30:00+01:00[Europe/Berlin]"));
        assertThat(backup.duration()).isBetween(java.time.Duration.ZERO, java.time.Duration.ofMinutes(1));
    }

    @Test
    void leavesTheBackupItsChecksumAndTheLockFileAndNothingElse() throws IOException, SQLException {
        backUp();

        assertThat(target)
                .isDirectoryContaining(file -> file.endsWith(FolderLock.FILE))
                .isDirectoryNotContaining("glob:**.part*");
        assertThat(FolderContents.of(target).names()).containsExactly(NAME, NAME + ".json", NAME + ".sha256");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseReadThem() throws IOException, SQLException {
        backUp();

        for (String name : new String[] {NAME, NAME + ".sha256", FolderLock.FILE}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void twoInOneSecondHaveTwoNames() throws IOException, SQLException {
        Backup first = backUp();
        String checksum = first.sha256();
        Backup second = backUp();

        assertThat(second.file()).hasFileName("graph_tracker_20261122_213000_2.sqlite");
        assertThat(Sha256.of(first.file())).isEqualTo(checksum);
        assertThat(FolderContents.of(target).names()).hasSize(6);
    }

    @Test
    void twoInTheHourThatComesTwiceHaveTwoNames() throws IOException, SQLException {
        Backup summer = procedure(NOW).backUp(database, target, run(Instant.parse("2026-10-25T00:30:00Z")));
        Backup winter = procedure(NOW).backUp(database, target, run(Instant.parse("2026-10-25T01:30:00Z")));

        assertThat(summer.file()).hasFileName("graph_tracker_20261025_023000.sqlite");
        assertThat(winter.file()).hasFileName("graph_tracker_20261025_023000_2.sqlite");
        assertThat(summer.createdAt()).isBefore(winter.createdAt());
    }

    @Test
    void mayWriteBesideTheDatabaseItself() throws IOException, SQLException {
        procedure(NOW).backUp(database, database.getParent(), run());

        assertThat(TestDatabase.rows(database)).hasSize(500);
        assertThat(FolderContents.of(database.getParent()).names()).contains("live.db", NAME);
    }

    @Test
    void sweepsWhatAnInterruptedBackupLeftBehind() throws IOException, SQLException {
        older();
        Files.writeString(target.resolve(".graph_tracker_20260202_000000.sqlite.part"), "half");
        Files.writeString(target.resolve(".graph_tracker_20260202_000000.sqlite.part-journal"), "half");
        Files.writeString(target.resolve("graph_tracker_20260202_000000.sqlite.sha256"), "half");
        Files.writeString(target.resolve("graph_tracker_20260202_000000.sqlite.json"), "half");

        backUp();

        assertThat(FolderContents.of(target).names())
                .containsExactly(OLDER, OLDER + ".sha256", NAME, NAME + ".json", NAME + ".sha256");
    }

    @Test
    void copiesWhileOthersWrite() throws IOException, SQLException {
        try (Connection writer = TestDatabase.open(database)) {
            writer.setAutoCommit(false);
            TestDatabase.execute(writer, "INSERT INTO item VALUES (1001, 'uncommitted')");

            Backup backup = backUp();

            writer.commit();
            assertThat(TestDatabase.rows(backup.file())).hasSize(500);
        }
    }

    @Test
    void aMissingDatabaseIsToldAndNotMade() throws IOException {
        database = root.resolve("instance").resolve("missing.db");

        assertFails(BackupProblem.DATABASE_MISSING, "database-missing");
        assertThat(database).doesNotExist();
    }

    @Test
    void aDamagedDatabaseIsTold() throws IOException {
        TestDatabase.damagePage(database, 20);

        assertFails(BackupProblem.VERIFICATION_FAILED, "verification-failed.source-damaged");
    }

    @Test
    void aDatabaseThatIsNoneIsTold() throws IOException {
        Files.writeString(database, "This is not a database. ".repeat(500));

        assertFails(BackupProblem.VERIFICATION_FAILED, "verification-failed.source-damaged");
    }

    @Test
    void aDatabaseThatWasCutOffIsTold() throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        Files.write(database, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertFails(BackupProblem.VERIFICATION_FAILED, "verification-failed.source-damaged");
    }

    @Test
    void aDatabaseOfNoBytesIsNotBackedUp() throws IOException {
        Files.write(database, new byte[0]);

        assertFails(BackupProblem.VERIFICATION_FAILED, "verification-failed.source-empty");
    }

    @Test
    void aDatabaseWithoutTablesIsNotBackedUp() throws IOException, SQLException {
        database = root.resolve("instance").resolve("new.db");
        try (Connection connection = TestDatabase.open(database)) {
            TestDatabase.execute(connection, "PRAGMA journal_mode = WAL", "PRAGMA user_version = 7");
        }

        assertFails(BackupProblem.VERIFICATION_FAILED, "verification-failed.source-empty");
    }

    @Test
    void tooLittleSpaceIsToldBeforeAnythingIsCopied() throws IOException {
        BackupException reason = assertFails(
                procedure(NOW, new FreeSpace(1000), Runnable::run), BackupProblem.NOT_ENOUGH_SPACE, "not-enough-space");

        assertThat(reason.arguments()[0])
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LONG)
                .isGreaterThan(Files.size(database));
        assertThat(reason.arguments()).endsWith(1000L, FreeSpace.VOLUME);
    }

    @Test
    void aCopyThatIsDamagedOnItsWayIsNotKept() throws IOException {
        Executor damaging = checksum -> {
            damagePart();
            checksum.run();
        };

        assertFails(
                procedure(NOW, new VolumeSpace(), damaging),
                BackupProblem.VERIFICATION_FAILED,
                "verification-failed.quick-check");
    }

    @Test
    void aFailureNobodyForesawLeavesNothing() throws IOException {
        FolderContents before = older();
        Executor failing = checksum -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> procedure(NOW, new VolumeSpace(), failing).backUp(database, target, run()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(FolderContents.of(target)).isEqualTo(before);
    }

    @Test
    void aFolderInUseIsToldSinceWhen() throws IOException {
        FolderContents before = older();
        ZonedDateTime since = ZonedDateTime.parse("2026-11-22T21:00:00+01:00[Europe/Berlin]");
        try (FolderLock lock = FolderLock.acquire(target, since)) {
            BackupException reason = catchThrowableOfType(BackupException.class, this::backUp);

            assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_RUNNING);
            assertThat(reason.arguments()).containsExactly(since);
        }
        assertThat(FolderContents.of(target)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterASuccessOrAFailureTheNextBackupCanBeMade(boolean success) throws IOException, SQLException {
        if (success) {
            backUp();
        } else {
            Path missing = root.resolve("missing.db");
            catchThrowableOfType(BackupException.class, () -> procedure(NOW).backUp(missing, target, run()));
        }

        assertThat(backUp().file()).exists();
    }

    private void assertFails(BackupProblem problem, String key) throws IOException {
        assertFails(procedure(NOW), problem, key);
    }

    /** Requires a failure that leaves no file behind and changes none. */
    private BackupException assertFails(BackupProcedure procedure, BackupProblem problem, String key)
            throws IOException {
        FolderContents before = older();
        FolderContents source = FolderContents.of(database.getParent());

        BackupException reason =
                catchThrowableOfType(BackupException.class, () -> procedure.backUp(database, target, run()));

        assertThat(reason.problem()).isEqualTo(problem);
        assertThat(reason.textKey()).isEqualTo("backup.problem." + key);
        assertThat(FolderContents.of(target)).isEqualTo(before);
        assertThat(FolderContents.of(database.getParent())).isEqualTo(source);
        return reason;
    }

    private FolderContents older() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve(OLDER), "an older backup");
        Files.writeString(target.resolve(OLDER + ".sha256"), "its checksum");
        return FolderContents.of(target);
    }

    private void damagePart() {
        try {
            TestDatabase.damagePage(target.resolve("." + NAME + ".part"), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Backup backUp() throws IOException, SQLException {
        return procedure(NOW).backUp(database, target, run());
    }

    private static BackupProcedure procedure(Instant now) {
        return procedure(now, new VolumeSpace(), Runnable::run);
    }

    private static BackupProcedure procedure(Instant now, VolumeSpace space, Executor executor) {
        return new BackupProcedure(clock(now), space, executor, TestSchema.check(), List.of(), "1.2.3");
    }

    private static BackupJob run() {
        return run(NOW);
    }

    private static BackupJob run(Instant now) {
        return TestJobs.at(now.truncatedTo(ChronoUnit.SECONDS).atZone(BERLIN));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, BERLIN);
    }
}

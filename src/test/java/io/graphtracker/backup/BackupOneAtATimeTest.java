package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Only one of any number of concurrent requests makes a backup. */
@Timeout(120)
@Thorough
class BackupOneAtATimeTest {

    private static final int THREADS = 100;

    @TempDir
    Path root;

    private Path database;
    private Path folder;
    private Path temporary;

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.createLarge(root.resolve("live.db"));
        Ledger.create(database);
        folder = root.resolve("backups");
        temporary = Files.createDirectory(root.resolve("temporary"));
    }

    @Test
    void ofAHundredThreadsOneMakesABackupAndTheOthersAreTold() throws Exception {
        CountDownLatch refused = new CountDownLatch(THREADS - 1);
        List<Object> events = new CopyOnWriteArrayList<>();
        BackupService service = TestServices.of(
                root,
                checksum -> {
                    Latches.await(refused);
                    checksum.run();
                },
                events::add);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Object> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Object>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return answer(service, refused);
                }));
            }
            for (Future<Object> answer : all) {
                answers.add(answer.get(60, TimeUnit.SECONDS));
            }
        }

        assertThat(answers).filteredOn(Backup.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(BackupProblem.class::isInstance)
                .hasSize(THREADS - 1)
                .containsOnly(BackupProblem.BACKUP_RUNNING);
        // the others were refused before anything began
        assertThat(events).filteredOn(BackupEvent.Started.class::isInstance).hasSize(1);
        assertThat(WholeBackups.in(folder)).hasSize(1);
        WholeBackups.assertNothingElse(folder);
    }

    private static Object answer(BackupService service, CountDownLatch refused) {
        try {
            return service.backUp("local");
        } catch (BackupException e) {
            refused.countDown();
            return e.problem();
        }
    }

    @Test
    void whatAnotherProcessIsMakingIsLeftAloneUntilThatIsKilled() throws Exception {
        try (ChildProcess child = BackupProcess.start(BackupProcess.Way.STEP, database, folder, temporary)) {
            ZonedDateTime since = ZonedDateTime.parse(child.line().split(" ", 2)[1]);
            // it copies, and waits
            goOnTo(child, "copying", 1);
            FolderContents before = FolderContents.of(folder);
            assertThat(before.names())
                    .anyMatch(name -> name.endsWith(".part"))
                    .noneMatch(name -> name.endsWith(".sqlite"));

            BackupException reason = catchThrowableOfType(BackupException.class, this::backUp);
            assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_RUNNING);
            assertThat(((ZonedDateTime) reason.arguments()[0]).toInstant()).isEqualTo(since.toInstant());
            assertThat(FolderContents.of(folder)).isEqualTo(before);

            child.kill();
            assertThat(FolderContents.of(folder)).isEqualTo(before);
            backUp();
            assertThat(WholeBackups.in(folder)).hasSize(1);
            WholeBackups.assertNothingElse(folder);
        }
    }

    @Test
    void anotherProcessThatWasRefusedInBetweenStillFinishes() throws Exception {
        List<String> rows = TestDatabase.rows(database);
        try (ChildProcess child = BackupProcess.start(BackupProcess.Way.STEP, database, folder, temporary)) {
            goOnTo(child, "checking", 0);
            assertThat(catchThrowableOfType(BackupException.class, this::backUp).problem())
                    .isEqualTo(BackupProblem.BACKUP_RUNNING);

            for (String line = ""; !line.startsWith(BackupProcess.DONE); line = child.line()) {
                child.goOn();
            }
        }
        assertThat(WholeBackups.assertAllWhole(folder, rows)).hasSize(1);
        WholeBackups.assertNothingElse(folder);
    }

    @Test
    void twoProcessesThatMakeOneAfterTheOtherDoNotHarmEachOther() throws Exception {
        List<String> rows = TestDatabase.rows(database);
        try (ChildProcess child = BackupProcess.start(BackupProcess.Way.LOOP, database, folder, temporary)) {
            child.line(answer -> answer.startsWith(BackupProcess.DONE));
            for (int ours = 0; ours < 3; ) {
                try {
                    backUp();
                    ours++;
                } catch (BackupException e) {
                    assertThat(e.problem()).isEqualTo(BackupProblem.BACKUP_RUNNING);
                }
            }
            for (int theirs = 0; theirs < 3; ) {
                String line = child.line(answer -> !answer.matches("copying|checking|publishing|begin.*"));
                assertThat(line).matches(BackupProcess.DONE + " .*|" + BackupProcess.PROBLEM + " BACKUP_RUNNING .*");
                theirs += line.startsWith(BackupProcess.DONE) ? 1 : 0;
            }
        }

        assertThat(WholeBackups.assertAllWhole(folder, rows)).hasSizeGreaterThanOrEqualTo(6);
        backUp();
        WholeBackups.assertNothingElse(folder);
    }

    /** Lets it continue until it reports this phase. */
    private static void goOnTo(ChildProcess child, String phase, long bytes) throws IOException, InterruptedException {
        String line = child.line();
        while (!line.startsWith(phase) || Long.parseLong(line.split(" ")[1]) < bytes) {
            if (!line.startsWith(BackupProcess.BEGIN)) {
                child.goOn();
            }
            line = child.line();
        }
    }

    private Backup backUp() throws IOException, SQLException {
        return TestProcedures.any().backUp(database, folder, TestJobs.any());
    }
}

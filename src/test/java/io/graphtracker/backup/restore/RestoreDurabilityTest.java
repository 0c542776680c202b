package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.ChildProcess;
import io.graphtracker.backup.WholeBackups;
import io.graphtracker.backup.crash.CrashStates;
import io.graphtracker.backup.crash.FileCall;
import io.graphtracker.backup.crash.FileTree;
import io.graphtracker.backup.crash.RecordedCalls;
import io.graphtracker.backup.crash.SyscallTrace;
import io.graphtracker.database.sqlite.SideFiles;
import io.graphtracker.database.sqlite.SqliteDataSource;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.Depth;
import io.graphtracker.testing.MemoryFolder;
import io.graphtracker.testing.Thorough;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * What a power cut leaves of a restore: the order in which a process writes, forces and renames files is recorded, and
 * what may be on the disk after a crash at any moment of it is made and started from. The database then is wholly the
 * old one or wholly the new one.
 */
@Timeout(180)
@Thorough
class RestoreDurabilityTest {

    private static final Logger log = LoggerFactory.getLogger(RestoreDurabilityTest.class);

    private static final List<String> OLD = List.of("Boat", "Garden", "Shed");
    private static final List<String> NEW = List.of("Garden", "House");

    /** Every so many states, the whole application is started, and not only what recovers. */
    private static final int WHOLE_STARTS = 100;

    /** A step that there is not. */
    private static final String NOWHERE = "-";

    @TempDir(factory = MemoryFolder.class)
    Path temporary;

    private RestoreRoot root;
    private DatabaseFiles files;
    private AnnotationConfigApplicationContext recovering;

    @BeforeAll
    static void requireStrace() throws Exception {
        SyscallTrace.require();
    }

    @BeforeEach
    void create() throws Exception {
        root = RestoreRoot.create(
                Files.createDirectory(temporary.resolve("root")).toRealPath(), "Garden", "House");
        files = root.files();
        recovering = RestoreRoot.create(temporary.resolve("recovering")).start();
    }

    @AfterEach
    void stop() {
        recovering.close();
    }

    @Test
    void afterACrashOfARestoreAllIsOldOrAllIsNew() throws Exception {
        String backup = backUpAndChange();
        FileTree before = FileTree.of(root.path());

        List<FileCall> calls = restore(backup);

        assertForcedInOrder(RecordedCalls.of(calls));
        recoverFromAll(before, calls, OLD, NEW, done(calls), NEW);
    }

    @Test
    void afterACrashOfARestoreThatKeepsTheFilesAllIsOldOrAllIsNew() throws Exception {
        String backup = backUpAndChange();
        referToWhatIsNotThere();
        FileTree before = FileTree.of(root.path());

        List<FileCall> calls = restore(backup);

        recoverFromAll(before, calls, OLD, NEW, done(calls), NEW);
    }

    @Test
    void afterACrashOfAnUndoAllIsOldOrAllIsNew() throws Exception {
        String backup = backUpAndChange();
        referToWhatIsNotThere();
        String kept;
        try (AnnotationConfigApplicationContext context = root.start()) {
            RestoreService service = context.getBean(RestoreService.class);
            kept = service.restore(service.preview(new RestoreRequest.OfBackup(backup)), "anna")
                    .formerFolder()
                    .getFileName()
                    .toString();
        }
        FileTree before = FileTree.of(root.path());

        List<FileCall> calls = restore(kept);

        recoverFromAll(
                before,
                calls,
                List.of("Garden", "House", "Shed"),
                List.of("Boat", "Garden"),
                done(calls),
                List.of("Boat", "Garden"));
    }

    @Test
    void afterACrashWhileAFailedRestoreIsTakenBackAllIsOldOrAllIsNew() throws Exception {
        String backup = backUpAndChange();
        FileTree before = FileTree.of(root.path());

        List<FileCall> calls = restore(backup, RestoreProcess.FAILING);

        recoverFromAll(before, calls, OLD, NEW, calls.size() - 1, OLD);
    }

    private String backUpAndChange() throws SQLException {
        try (AnnotationConfigApplicationContext context = root.start()) {
            String backup = RestoreRoot.backUp(context).file().getFileName().toString();
            RestoreRoot.delete(context, "House");
            RestoreRoot.add(context, "Boat");
            return backup;
        }
    }

    /** So that no backup of it could be restored. */
    private void referToWhatIsNotThere() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.database());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into edge values ('refers', 'to', 'no', 'thing')");
        }
    }

    private List<FileCall> restore(String name, Object... more) throws Exception {
        Path trace = temporary.resolve("trace.txt");
        Object[] arguments = Stream.concat(Stream.of(root.path(), name, NOWHERE), Stream.of(more))
                .toArray();
        try (ChildProcess child = ChildProcess.startWholeAfter(
                SyscallTrace.recording(trace), RestoreProcess.class, temporary, arguments)) {
            child.awaitEnd();
        }
        return SyscallTrace.read(trace, root.path());
    }

    private static int done(List<FileCall> calls) {
        return RecordedCalls.of(calls).said("done");
    }

    private Path unfinishedIntent() {
        return files.intent().resolveSibling(files.intent().getFileName() + ".part");
    }

    /** By the rules that {@link DatabaseSwitch} states. */
    private void assertForcedInOrder(RecordedCalls calls) {
        Path folder = root.database().getParent();
        FileCall intent = new FileCall.Rename(unfinishedIntent(), files.intent());

        int intended = calls.first(intent);
        assertThat(calls.isWritten(unfinishedIntent(), intended)).isTrue();
        int aside = calls.first(new FileCall.Rename(files.database(), files.aside(files.database())));
        assertThat(calls.isForced(folder, intended, aside))
                .as("the intent's name")
                .isTrue();
        int switched = calls.first(new FileCall.Rename(files.staged(), files.database()));
        assertThat(calls.isWritten(files.staged(), switched))
                .as("the staged copy")
                .isTrue();
        assertThat(calls.isForced(folder, aside, switched))
                .as("that the former one is gone")
                .isTrue();
        assertThat(calls.isForced(files.aside(), aside, switched))
                .as("that it is aside")
                .isTrue();
        assertThat(calls.isForced(folder, switched, calls.firstChangeAfter(switched)))
                .as("that the new one is in its place")
                .isTrue();
        int accepted = calls.firstAfter(switched, intent);
        assertThat(calls.isWritten(unfinishedIntent(), accepted)).isTrue();
        int outdated = calls.first(new FileCall.Rename(files.aside(), files.outdated()));
        assertThat(calls.isForced(folder, accepted, outdated))
                .as("that it is accepted")
                .isTrue();
        int ended = calls.first(new FileCall.Rename(files.intent(), files.lastRestore()));
        assertThat(calls.isForced(folder, outdated, ended))
                .as("that the former one is outdated")
                .isTrue();
        Path former = files.outdated().resolve(files.database().getFileName());
        assertThat(calls.isForced(folder, ended, calls.first(new FileCall.Delete(former))))
                .as("that nobody needs it")
                .isTrue();
    }

    /**
     * Starts from all states after a crash since something was staged.
     *
     * @param told the number of the call that told the outcome
     * @param outcome what must be there from then on
     */
    private void recoverFromAll(
            FileTree before,
            List<FileCall> recorded,
            List<String> old,
            List<String> restored,
            int told,
            List<String> outcome)
            throws Exception {
        RecordedCalls calls = RecordedCalls.of(recorded);
        CrashStates states = CrashStates.of(root.path(), before, recorded, Depth.of(6, 20));
        int begun = calls.first(new FileCall.Create(files.staged()));
        int intended = calls.first(new FileCall.Rename(unfinishedIntent(), files.intent()));
        int switched = calls.first(new FileCall.Rename(files.staged(), files.database()));
        Set<String> tried = new HashSet<>();
        try (CapturedLog recoveries = new CapturedLog("io.graphtracker")) {
            for (int point : states.points().tailSet(begun)) {
                List<List<String>> former = point > intended ? List.of(old) : List.of(old, withoutLastCommit(old));
                List<List<String>> allowed =
                        point > told ? List.of(outcome) : point > switched ? List.of(old, restored) : former;
                for (FileTree state : states.at(point)) {
                    if (tried.add(state.fingerprint() + allowed)) {
                        assertRecovers(state, before, former, allowed, tried.size() % WHOLE_STARTS == 0);
                    }
                }
            }
        }
        log.info("{} states after a crash of a restore", tried.size());
        assertThat(tried).hasSizeGreaterThan(100);
    }

    private void assertRecovers(
            FileTree state, FileTree before, List<List<String>> former, List<List<String>> allowed, boolean wholly)
            throws Exception {
        RestoreRoot crashed = RestoreRoot.at(temporary.resolve("crashed"));
        state.writeTo(crashed.path());
        try {
            recover(crashed, wholly);

            assertThat(RestoreRoot.projects(crashed.database())).isIn(allowed);
            assertThat(check(crashed.database())).isEqualTo("ok");
            assertThat(all(crashed)).as("all that is found").containsAnyElementsOf(former);
            assertThat(crashed.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
            assertThat(WholeBackups.assertAllDescribed(crashed.backups())).isNotEmpty();
            WholeBackups.assertNothingElse(crashed.backups());
            assertThat(FileTree.of(crashed.path()).hasAllBelow(Path.of("backups"), before))
                    .as("older backups are what they were")
                    .isTrue();
        } catch (AssertionError | Exception e) {
            throw new AssertionError("After a crash that leaves " + state, e);
        }
        FileTree.delete(crashed.path());
    }

    /** {@link SqliteDataSource} says why a power cut may cost it, until something moves the log into the database. */
    private static List<String> withoutLastCommit(List<String> projects) {
        return projects.stream().filter(project -> !project.equals("Shed")).toList();
    }

    private void recover(RestoreRoot crashed, boolean wholly) {
        if (wholly) {
            crashed.start().close();
        } else {
            recovering.getBean(RestoreRecovery.class).prepare(crashed.database());
            SideFiles.check(crashed.database());
        }
        WholeBackups.sweep(crashed.path());
    }

    /** What the database, each database that is kept as files, and each backup has. */
    private static List<List<String>> all(RestoreRoot crashed) throws Exception {
        List<List<String>> all = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(crashed.path())) {
            for (Path path : paths.filter(RestoreDurabilityTest::isDatabase).toList()) {
                all.add(RestoreRoot.projects(path));
            }
        }
        return all;
    }

    private static boolean isDatabase(Path path) {
        return path.endsWith("graph_tracker.db") || path.toString().endsWith(".sqlite");
    }

    private static String check(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("PRAGMA integrity_check").getString(1);
        }
    }
}

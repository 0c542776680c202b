package io.graphtracker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.graphtracker.database.FailingConnections.Moment;
import io.graphtracker.database.sqlite.DatabaseTimeouts;
import io.graphtracker.database.sqlite.SqliteDataSource;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.Dependency;
import io.graphtracker.project.GraphChanges;
import io.graphtracker.project.GraphCommand;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.Disconnect;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.MoveTasks;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.testing.DatabaseRows;
import io.graphtracker.testing.DatabaseSlice;
import io.graphtracker.testing.SmallVolume;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.sqlite.SQLiteErrorCode;

/**
 * Every write of a service, under every fault of the database: what is reported is what is stored, and the next attempt
 * succeeds, on the same pool.
 */
@SuppressWarnings("NullAway.Init") // set before the tests
@Thorough
class FailedWriteTest {

    private static final DatabaseTimeouts SHORT = new DatabaseTimeouts(
            Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
    /** The number of statements of a write that are each made to fail; of later ones, only some are. */
    private static final int FIRST_FEW = 8;

    private static final String PAGE = "page";
    private static final Position ORIGIN = new Position(0, 0);

    private static @Nullable SmallVolume volume;
    private static Path database;
    private static Connection witness;
    private static ConfigurableApplicationContext application;
    private static FailingConnections connections;
    private static ProjectService projects;
    private static GraphChanges changes;
    private static Preferences preferences;

    private UUID project;
    private Task first;
    private Task second;
    private Task third;
    private Dependency dependency;

    /** All writes to the database. */
    enum Write {
        CREATE(test -> projects.create("Garden")),
        CREATE_SAMPLE(test -> projects.createSample()),
        RENAME(test -> projects.rename(test.project, "Another")),
        ARCHIVE(test -> projects.setArchived(test.project, true)),
        DELETE_PROJECT(test -> projects.delete(test.project)),
        ADD_TASK(test -> test.change(new AddTask("Dig", ORIGIN, null, test.first.id()))),
        EDIT(test -> test.change(
                new EditTask(test.first.id(), test.first.details(), new TaskDetails("Dug", "", TaskStatus.DONE, 2.0)))),
        MOVE(test -> test.change(
                new MoveTasks(Map.of(test.first.id(), new Position(1, 2), test.second.id(), new Position(3, 4))))),
        DELETE_TASKS(test -> test.change(new DeleteTasks(Set.of(test.first.id(), test.third.id())))),
        CONNECT(test -> test.change(new Connect(test.second.id(), test.third.id()))),
        DISCONNECT(test -> test.change(new Disconnect(Set.of(test.dependency.id())))),
        UNDO(test -> changes.undo(test.project, PAGE)),
        REDO(test -> changes.redo(test.project, PAGE)),
        PREFER(test -> preferences.put("one", "other")),
        PREFER_ANEW(test -> preferences.put("new", "1")),
        FORGET(test -> preferences.remove("one")),
        FORGET_ALL(test -> preferences.removeAll(List.of("one", "two")));

        private final Consumer<FailedWriteTest> work;

        Write(Consumer<FailedWriteTest> work) {
            this.work = work;
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, SQLException {
        volume = SmallVolume.mount(folder, "16m").orElse(null);
        database = folder.resolve("instance/graph_tracker.db");
        Files.createDirectories(database.getParent());
        Files.createFile(database);
        application = new SpringApplicationBuilder(DatabaseSlice.class, FailingPool.class)
                .web(WebApplicationType.NONE)
                .properties("DATABASE_URL=", "GRAPH_TRACKER_HOME=" + folder)
                .run();
        // as long as one is open, the files that SQLite shares stay, though the pool's connections go
        witness = DriverManager.getConnection("jdbc:sqlite:" + database);
        execute(witness, "select count(*) from project");
        connections = application.getBean(FailingConnections.class);
        projects = application.getBean(ProjectService.class);
        changes = application.getBean(GraphChanges.class);
        preferences = application.getBean(Preferences.class);
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        witness.close();
        application.close();
        if (volume != null) {
            volume.close();
        }
    }

    /** The production pool, with connections that can be made to fail. */
    static class FailingPool {

        @Bean
        FailingConnections failingConnections(DatabaseUrl url) {
            return new FailingConnections(new SqliteDataSource(((DatabaseUrl.Sqlite) url).file(), SHORT));
        }

        @Bean
        @Primary
        GatedDataSource failingDataSource(FailingConnections connections) {
            return new GatedDataSource(() -> DataSourceConfiguration.open(connections, SHORT), SHORT.replacement());
        }
    }

    @BeforeEach
    void begin() {
        Stream.concat(projects.list(false).stream(), projects.list(true).stream())
                .forEach(old -> projects.delete(old.id()));
        project = projects.create("Plan").id();
        first = addTask("First");
        second = addTask("Second");
        third = addTask("Third");
        dependency = change(new Connect(first.id(), second.id())).dependencies().getFirst();
        change(new DeleteTasks(Set.of(addTask("Fourth").id())));
        change(new DeleteTasks(Set.of(addTask("Fifth").id())));
        changes.undo(project, PAGE);
        changes.undo(project, PAGE);
        changes.redo(project, PAGE);
        preferences.put("one", "1");
        preferences.put("two", "2");
        preferences.remove("new");
    }

    private Task addTask(String title) {
        return change(new AddTask(title, ORIGIN)).tasks().getFirst();
    }

    private GraphPatch change(GraphCommand command) {
        return Objects.requireNonNull(changes.execute(project, PAGE, command).change())
                .patch();
    }

    static Stream<Arguments> writesAndFaults() {
        return Arrays.stream(Write.values())
                .flatMap(write -> Stream.of(
                                SQLiteErrorCode.SQLITE_BUSY,
                                SQLiteErrorCode.SQLITE_FULL,
                                SQLiteErrorCode.SQLITE_IOERR_WRITE)
                        .flatMap(code ->
                                Arrays.stream(Moment.values()).map(moment -> Arguments.of(write, moment, code))));
    }

    @ParameterizedTest
    @MethodSource("writesAndFaults")
    void whatFailsAtAnyMomentIsNotStoredAndWorksTheNextTime(Write write, Moment moment, SQLiteErrorCode code)
            throws SQLException {
        SortedMap<String, List<String>> before = rows();
        int number = 0;
        Throwable failure;
        do {
            // the sample's many rows are all alike
            number += number < FIRST_FEW ? 1 : FIRST_FEW;
            connections.failAt(moment, number, code);
            failure = catchThrowable(() -> write.work.accept(this));
            if (failure != null) {
                assertThat(DatabaseFault.of(failure)).as(failure.toString()).contains(expected(code));
                assertThat(rows()).as("after %s no. %d", moment, number).isEqualTo(before);
                assertLockFree();
            }
        } while (failure != null);

        assertThat(connections.isPending()).as("all of them were tried").isTrue();
        assertThat(number).as("attempts").isGreaterThan(1);
        assertThat(rows()).isNotEqualTo(before);
        assertLockFree();
    }

    /** What a killed process leaves is what the files hold at that moment. */
    @ParameterizedTest
    @EnumSource(Write.class)
    void aKillAtAnyMomentLeavesAllOfAChangeOrNothing(Write write, @TempDir Path folder) throws SQLException {
        SortedMap<String, List<String>> before = rows();
        List<Path> copies = new ArrayList<>();
        connections.watch(() -> copies.add(copy(folder.resolve("kill" + copies.size()))));
        write.work.accept(this);
        connections.watch(null);

        assertThat(copies).hasSizeGreaterThan(1);
        for (Path copy : copies) {
            assertThat(DatabaseRows.of(copy)).as(copy.toString()).isEqualTo(before);
        }
        assertThat(DatabaseRows.of(copy(folder.resolve("end"))))
                .isEqualTo(rows())
                .isNotEqualTo(before);
    }

    private static Path copy(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String suffix : List.of("", "-wal")) {
                String name = database.getFileName() + suffix;
                Files.copy(database.resolveSibling(name), folder.resolve(name));
            }
            return folder.resolve(database.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatabaseFault expected(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_BUSY -> DatabaseFault.LOCKED;
            case SQLITE_FULL -> DatabaseFault.FULL;
            default -> DatabaseFault.FAILING;
        };
    }

    @ParameterizedTest
    @EnumSource
    void whileAnotherProgramHasTheWriteLockNothingIsStored(Write write) throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            execute(other, "begin immediate");
            assertNothingIsStored(write, DatabaseFault.LOCKED);
            execute(other, "rollback");
        }
        assertStored(write);
    }

    /** The changes of a transaction are written when it is committed, so that is when a full disk shows. */
    @ParameterizedTest
    @EnumSource
    void onAFullDiskNothingIsStored(Write write) throws Exception {
        SmallVolume full = SmallVolume.orSkip(volume);
        emptyLog();
        try (SmallVolume.Filled filler = full.fill()) {
            assertNothingIsStored(write, DatabaseFault.FULL);
        }
        assertStored(write);
    }

    @ParameterizedTest
    @EnumSource
    void ofAWriteThatTheSystemRefusesNothingIsStored(Write write) throws Exception {
        emptyLog();
        try (FileSizeLimit limit = FileSizeLimit.orSkip(1)) {
            assertNothingIsStored(write, DatabaseFault.FAILING);
        }
        assertStored(write);
    }

    /** Within a statement, as soon as it needs a page beyond the limit. */
    @Test
    void aDatabaseThatMayNotGrowStoresAllOrNothing() throws Exception {
        SortedMap<String, List<String>> before = rows();
        limitPages(1);
        try {
            Throwable failure = catchThrowable(() -> {
                for (int i = 0; i < 100; i++) {
                    projects.createSample();
                }
            });
            assertThat(DatabaseFault.of(failure)).contains(DatabaseFault.FULL);
        } finally {
            limitPages(Integer.MAX_VALUE);
        }
        int stored = projects.list(false).size() - 1;
        List<String> tasks = rows().get("node");
        projects.createSample();
        int ofOne = (rows().get("node").size() - before.get("node").size()) / (stored + 1);
        assertThat(tasks).as("whole samples only").hasSize(before.get("node").size() + stored * ofOne);
    }

    private void assertNothingIsStored(Write write, DatabaseFault fault) throws SQLException {
        SortedMap<String, List<String>> before = rows();
        // more often than the pool has connections
        for (int attempt = 0; attempt < 3; attempt++) {
            Throwable failure = catchThrowable(() -> write.work.accept(this));
            assertThat(failure).isNotNull();
            assertThat(DatabaseFault.of(failure)).as(failure.toString()).contains(fault);
            assertThat(rows()).isEqualTo(before);
        }
    }

    private void assertStored(Write write) throws SQLException {
        SortedMap<String, List<String>> before = rows();
        write.work.accept(this);
        assertThat(rows()).isNotEqualTo(before);
        assertLockFree();
    }

    /** No connection in the pool holds the write lock, or has a transaction that hides what is stored. */
    private static void assertLockFree() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            execute(other, "pragma busy_timeout = 500");
            execute(other, "begin immediate");
            execute(other, "rollback");
        }
    }

    /** So that the next commit needs space of its own. */
    private static void emptyLog() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            execute(other, "pragma wal_checkpoint(truncate)");
        }
    }

    /** For each of the pool's connections: it is a setting of the connection. */
    private static void limitPages(int pages) throws SQLException {
        GatedDataSource gate = application.getBean(GatedDataSource.class);
        try (Connection a = gate.getConnection();
                Connection b = gate.getConnection();
                Connection c = gate.getConnection();
                Connection d = gate.getConnection();
                Connection e = gate.getConnection()) {
            for (Connection connection : List.of(a, b, c, d, e)) {
                execute(connection, "pragma max_page_count = " + pages);
            }
        }
    }

    private static SortedMap<String, List<String>> rows() throws SQLException {
        return DatabaseRows.of(database);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

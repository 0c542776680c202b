package io.graphtracker.database;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.graphtracker.database.sqlite.SqliteDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gate in front of a SQLite file, and threads that pass it. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // set before each test
abstract class GateContract {

    static final Duration LONG = Duration.ofSeconds(20);
    static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path folder;

    final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
    final AtomicBoolean stopped = new AtomicBoolean();
    Path file;
    GatedDataSource gate;

    @BeforeEach
    void createTable() throws IOException, SQLException {
        file = Files.createFile(folder.resolve("plan.db"));
        gate = new GatedDataSource(this::open, LONG);
        try (Connection connection = gate.getConnection()) {
            execute(connection, "create table t (a integer)");
        }
    }

    @AfterEach
    void closeAll() {
        stopped.set(true);
        gate.close();
    }

    HikariDataSource open() {
        return open(new SqliteDataSource(file), 5, 5);
    }

    HikariDataSource open(SqliteDataSource source, int idle, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMinimumIdle(idle);
        config.setMaximumPoolSize(size);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Work on a thread of its own, whose state can be read. */
    record Running<T>(Thread thread, FutureTask<T> task) {

        T get() throws ExecutionException, InterruptedException {
            return task.get();
        }

        /** Waits until it blocks, at the gate or for a connection to be returned. */
        void awaitWaiting() {
            await().pollInterval(Duration.ofMillis(1)).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        }
    }

    static <T> Running<T> start(Callable<T> callable) {
        FutureTask<T> task = new FutureTask<>(callable);
        return new Running<>(Thread.ofPlatform().daemon().start(task), task);
    }

    static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int count() throws SQLException {
        try (Connection connection = gate.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from t")) {
            result.next();
            return result.getInt(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

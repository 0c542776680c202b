package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GatedDataSourceTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private Path file;
    private GatedDataSource gate;

    @BeforeEach
    void createTable() throws SQLException {
        file = folder.resolve("plan.db");
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

    @Test
    void thePoolIsOpenedByTheFirstWhoNeedsItAndOnlyOnce() throws SQLException {
        gate.getConnection().close();
        gate.getConnection().close();

        assertThat(pools).hasSize(1);
    }

    @Test
    void workIsDoneWithoutAPoolAndThenThereIsANewOne() throws Exception {
        boolean closed = gate.whileClosed(LONG, () -> pools.getFirst().isClosed());

        assertThat(closed).isTrue();
        assertThat(pools).hasSize(2);
        assertThat(count()).isZero();
    }

    @RepeatedTest(5)
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/proc lists the open descriptors")
    void noDescriptorIsLeftOpen() throws Exception {
        busyThreads(4, new AtomicInteger());
        assertThat(openDescriptors()).isNotEmpty();

        for (int round = 0; round < 20; round++) {
            assertThat(gate.whileClosed(LONG, this::openDescriptors)).isEmpty();
        }
    }

    @Test
    void nobodysTransactionIsCutOff() throws Exception {
        AtomicInteger done = new AtomicInteger();
        List<Running<?>> busy = busyThreads(4, done);
        for (int round = 0; round < 30; round++) {
            int before = done.get();
            await().until(() -> done.get() > before);
            gate.whileClosed(LONG, () -> null);
        }

        stop(busy);
        assertThat(count()).isEqualTo(done.get());
    }

    @Test
    void aBorrowedConnectionIsWaitedFor() throws Exception {
        Connection borrowed = gate.getConnection();
        Running<Boolean> work = start(() -> gate.whileClosed(LONG, borrowed::isClosed));
        work.awaitWaiting();
        execute(borrowed, "insert into t values (1)");

        borrowed.close();

        assertThat(work.get()).isTrue();
        assertThat(count()).isOne();
    }

    @Test
    void aConnectionThatIsJustBeingAcquiredIsWaitedFor() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch mayOpen = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean();
        SqliteDataSource source = new SqliteDataSource(file) {
            @Override
            public Connection getConnection() throws SQLException {
                if (slow.get()) {
                    opening.countDown();
                    awaitLatch(mayOpen);
                }
                return super.getConnection();
            }
        };
        try (GatedDataSource slowGate = new GatedDataSource(() -> open(source, 0, 1), LONG)) {
            slowGate.getConnection().close();
            slow.set(true);
            HikariPoolMXBean pool = pools.getLast().getHikariPoolMXBean();
            pool.softEvictConnections();
            Running<Connection> request = start(slowGate::getConnection);
            opening.await();

            assertThat(pool.getActiveConnections()).as("what Hikari says").isZero();
            assertThatExceptionOfType(GateTimeoutException.class)
                    .isThrownBy(() -> slowGate.whileClosed(SHORT, () -> null));

            mayOpen.countDown();
            try (Connection acquired = request.get()) {
                assertThat(acquired.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void ifAConnectionDoesNotComeBackThePoolStaysOpen() throws Exception {
        AtomicBoolean worked = new AtomicBoolean();
        try (Connection borrowed = gate.getConnection()) {
            assertThatExceptionOfType(GateTimeoutException.class)
                    .isThrownBy(() -> gate.whileClosed(SHORT, () -> worked.getAndSet(true)))
                    .withMessageContaining("50 ms");

            execute(borrowed, "insert into t values (1)");
            assertThat(count()).isOne();
        }
        assertThat(worked).isFalse();
        assertThat(pools).hasSize(1);
        gate.whileClosed(LONG, () -> null);
        assertThat(pools).hasSize(2);
    }

    @Test
    void aRequestWaitsForTheWorkAndIsServedByTheNewPool() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Running<?> work = shutUntil(gate, mayEnd);
        Running<Integer> request = start(this::count);
        request.awaitWaiting();

        mayEnd.countDown();

        assertThat(request.get()).isZero();
        work.get();
    }

    @Test
    void aRequestIsRefusedAfterTheGracePeriod() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (GatedDataSource impatient = new GatedDataSource(this::open, SHORT)) {
            Running<?> work = shutUntil(impatient, mayEnd);

            assertThatExceptionOfType(SQLTransientConnectionException.class)
                    .isThrownBy(impatient::getConnection)
                    .withMessageContaining("closed for a moment");

            mayEnd.countDown();
            work.get();
            impatient.getConnection().close();
        }
    }

    @Test
    void anInterruptedRequestGivesUpAndStaysInterrupted() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Running<?> work = shutUntil(gate, mayEnd);
        Running<Boolean> request = start(() -> {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(gate::getConnection);
            return Thread.currentThread().isInterrupted();
        });

        assertThat(request.get()).isTrue();
        mayEnd.countDown();
        work.get();
    }

    @Test
    void theWorkItselfIsRefusedAtOnce() throws Exception {
        gate.whileClosed(LONG, () -> {
            assertThatExceptionOfType(SQLTransientConnectionException.class)
                    .isThrownBy(gate::getConnection)
                    .withMessageContaining("by the very work");
            assertThatIllegalStateException().isThrownBy(() -> gate.whileClosed(LONG, () -> null));
            return null;
        });

        assertThat(count()).isZero();
    }

    @Test
    void twoWorksGoOneAfterTheOther() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Running<?> first = shutUntil(gate, mayEnd);
        assertThatExceptionOfType(GateTimeoutException.class).isThrownBy(() -> gate.whileClosed(SHORT, () -> null));
        Running<Boolean> second = start(() -> gate.whileClosed(LONG, () -> mayEnd.getCount() == 0));
        second.awaitWaiting();

        mayEnd.countDown();

        assertThat(second.get()).isTrue();
        first.get();
    }

    @Test
    void afterFailedWorkThePoolIsOpenAgain() throws Exception {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> gate.whileClosed(LONG, () -> {
                    throw new IOException("disk full");
                }))
                .withMessage("disk full")
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());

        assertThat(pools).hasSize(2);
        assertThat(count()).isZero();
    }

    @Test
    void aPoolThatCannotBeOpenedIsTriedAgainByTheNextRequest() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        try (GatedDataSource fragile = new GatedDataSource(
                () -> {
                    if (broken.get()) {
                        throw new IllegalArgumentException("no pool");
                    }
                    return open();
                },
                LONG)) {
            fragile.getConnection().close();

            broken.set(true);
            Callable<Object> failing = () -> {
                throw new IOException("disk full");
            };
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> fragile.whileClosed(LONG, failing))
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .singleElement()
                            .satisfies(s -> assertThat(s).hasMessage("no pool")));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> fragile.whileClosed(LONG, () -> null));

            broken.set(false);
            fragile.getConnection().close();
        }
    }

    @Test
    void afterTheEndThereAreNoConnections() {
        gate.close();

        assertThat(pools.getFirst().isClosed()).isTrue();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(gate::getConnection)
                .withMessageContaining("stopping");
        assertThatExceptionOfType(SQLFeatureNotSupportedException.class)
                .isThrownBy(() -> gate.getConnection("ann", "secret"));
    }

    private HikariDataSource open() {
        return open(new SqliteDataSource(file), 5, 5);
    }

    private HikariDataSource open(SqliteDataSource source, int idle, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMinimumIdle(idle);
        config.setMaximumPoolSize(size);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Threads that write as fast as they can, until they are told to stop. */
    private List<Running<?>> busyThreads(int count, AtomicInteger done) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(count);
        List<Running<?>> busy = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            busy.add(start(() -> {
                while (!stopped.get()) {
                    try (Connection connection = gate.getConnection()) {
                        execute(connection, "insert into t values (1)");
                        done.incrementAndGet();
                        begun.countDown();
                    }
                }
                return null;
            }));
        }
        begun.await();
        return busy;
    }

    private void stop(List<Running<?>> busy) throws ExecutionException, InterruptedException {
        stopped.set(true);
        for (Running<?> thread : busy) {
            thread.get();
        }
    }

    /** Shuts a gate; returns once it is shut and the work has begun. */
    private static Running<?> shutUntil(GatedDataSource shut, CountDownLatch mayEnd) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Running<?> work = start(() -> shut.whileClosed(LONG, () -> {
            begun.countDown();
            awaitLatch(mayEnd);
            return null;
        }));
        begun.await();
        return work;
    }

    /** Something that runs on a thread of its own, which can be looked at. */
    private record Running<T>(Thread thread, FutureTask<T> task) {

        T get() throws ExecutionException, InterruptedException {
            return task.get();
        }

        /** Waits until it waits itself, at the gate or for a connection to come back. */
        void awaitWaiting() {
            await().pollInterval(Duration.ofMillis(1)).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        }
    }

    private static <T> Running<T> start(Callable<T> callable) {
        FutureTask<T> task = new FutureTask<>(callable);
        return new Running<>(Thread.ofPlatform().daemon().start(task), task);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> openDescriptors() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(GatedDataSourceTest::target)
                    .filter(target -> target.startsWith(file.toString()))
                    .toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed since the folder was listed, as the listing's own descriptor is
        }
    }

    private int count() throws SQLException {
        try (Connection connection = gate.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from t")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.graphtracker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariPoolMXBean;
import io.graphtracker.database.sqlite.SqliteDataSource;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The gate under load, and the files that the process has open. */
@Thorough
class GatedDataSourceLoadTest extends GateContract {

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
    void aConnectionThatIsJustBeingAcquiredIsWaitedFor() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch mayOpen = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean();
        SqliteDataSource source = new SqliteDataSource(file) {
            @Override
            public Connection getConnection() throws SQLException {
                if (slow.getAndSet(false)) {
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

    /** An impatient pool would be closed without it, and it would be open while the file is replaced. */
    @Test
    void aConnectionThatThePoolIsOpeningForLaterIsNotLeftBehind() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch mayOpen = new CountDownLatch(1);
        List<Connection> made = new CopyOnWriteArrayList<>();
        SqliteDataSource source = new SqliteDataSource(file) {
            @Override
            public Connection getConnection() throws SQLException {
                if (made.size() == 1) {
                    opening.countDown();
                    awaitLatch(mayOpen);
                }
                made.add(super.getConnection());
                return made.getLast();
            }
        };
        try (GatedDataSource slowGate = new GatedDataSource(() -> open(source, 2, 2), LONG)) {
            slowGate.getConnection().close();
            opening.await();
            CompletableFuture<List<Connection>> opened = new CompletableFuture<>();
            Running<Boolean> closed = start(() -> slowGate.whileClosed(LONG, () -> {
                opened.complete(List.copyOf(made));
                for (Connection connection : made) {
                    assertThat(connection.isClosed()).isTrue();
                }
                return true;
            }));
            try {
                await().until(() -> opened.isDone() || waitsForTheEndOfOthers(closed.thread()));
            } finally {
                mayOpen.countDown();
            }

            assertThat(closed.get()).isTrue();
            assertThat(opened.get()).as("opened before the pool was closed").hasSize(2);
        }
    }

    /** As Hikari does for those of its threads that open connections, when it closes. */
    private static boolean waitsForTheEndOfOthers(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(call -> call.getMethodName().equals("awaitTermination"));
    }

    /** Threads that write as fast as possible, until they are told to stop. */
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

    private List<String> openDescriptors() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(GatedDataSourceLoadTest::target)
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
}

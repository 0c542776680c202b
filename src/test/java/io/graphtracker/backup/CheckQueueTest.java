package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.graphtracker.database.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CheckQueueTest {

    @TempDir
    Path folder;

    private final List<String> done = new CopyOnWriteArrayList<>();
    private Path file;
    private CheckQueue queue;

    @BeforeEach
    void create() throws SQLException {
        file = TestDatabase.create(folder.resolve("file.db"));
        queue = new CheckQueue(file, VerificationJob.unwatched());
    }

    @Test
    void twoRunAtATimeEachOnAConnectionOfItsOwn() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Set<Connection> connections = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 2; i++) {
            queue.add(connection -> {
                connections.add(connection);
                both.countDown();
                Latches.await(both);
            });
        }

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            run(threads);
        }

        assertThat(connections).hasSize(2);
    }

    @Test
    void allAreRunWhereThereIsOneThread() throws Exception {
        List.of("a", "b", "c").forEach(name -> queue.add(connection -> done.add(name)));

        run(Runnable::run);

        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void whatOneThrowsIsThrownAndTheRestLeftOut() {
        queue.add(connection -> {
            throw new IOException("unreadable");
        });
        queue.add(connection -> done.add("after"));

        assertThatIOException().isThrownBy(() -> run(Runnable::run)).withMessage("unreadable");
        assertThat(done).isEmpty();
    }

    @Test
    void whatTheOtherThreadThrowsIsThrownToo() {
        Thread here = Thread.currentThread();
        CountDownLatch thrown = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            queue.add(connection -> {
                if (Thread.currentThread() == here) {
                    Latches.await(thrown);
                } else {
                    thrown.countDown();
                    throw new SQLException("of the other");
                }
            });
        }

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> run(threads))
                    .withMessage("of the other");
        }
    }

    /** Damage that one check finds may explain what another one throws. */
    @Test
    void whatTheOtherThreadThrowsAsWellIsToldBesideIt() {
        Thread here = Thread.currentThread();
        CountDownLatch both = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            queue.add(connection -> {
                both.countDown();
                Latches.await(both);
                if (Thread.currentThread() == here) {
                    throw new IOException("first");
                }
                throw new SQLException("second");
            });
        }

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            assertThatIOException()
                    .isThrownBy(() -> run(threads))
                    .withMessage("first")
                    .satisfies(first -> assertThat(first.getSuppressed())
                            .singleElement(InstanceOfAssertFactories.THROWABLE)
                            .hasMessage("second"));
        }
    }

    private void run(Executor executor) throws IOException, SQLException {
        try (Connection connection = SqliteFiles.openUntrusted(file, VerificationJob.unwatched())) {
            queue.run(connection, executor);
        }
    }
}

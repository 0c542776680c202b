package io.graphtracker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GatedDataSourceTest extends GateContract {

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

    /** Closes a gate; returns once it is closed and the work has begun. */
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

    /** Threads waiting at the gate would otherwise write to the file that is about to be replaced. */
    @Test
    void whatNoPoolCanOpenIsUndoneBeforeAnybodyGetsThrough() throws Exception {
        AtomicBoolean replaced = new AtomicBoolean();
        AtomicBoolean refusing = new AtomicBoolean();
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> seen = new CopyOnWriteArrayList<>();
        try (GatedDataSource fragile = new GatedDataSource(
                () -> {
                    if (refusing.getAndSet(false)) {
                        throw new IllegalStateException("no pool");
                    }
                    seen.add(replaced.get() ? "the new one" : "the former one");
                    return open();
                },
                LONG)) {
            CountDownLatch shut = new CountDownLatch(1);
            Running<?> work = start(() -> fragile.whileClosed(
                    LONG,
                    () -> {
                        shut.countDown();
                        awaitLatch(mayEnd);
                        replaced.set(true);
                        refusing.set(true);
                        return null;
                    },
                    failure -> replaced.set(false)));
            shut.await();
            Running<Boolean> request = start(() -> {
                try (Connection connection = fragile.getConnection()) {
                    return replaced.get();
                }
            });
            request.awaitWaiting();

            mayEnd.countDown();

            assertThat(request.get()).as("served by what is taken back").isFalse();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(work::get)
                    .withMessageContaining("no pool");
            assertThat(seen).containsExactly("the former one");
        }
    }
}

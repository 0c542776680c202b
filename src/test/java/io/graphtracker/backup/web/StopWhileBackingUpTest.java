package io.graphtracker.backup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupService;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.OwnServer;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * The application is stopped during a backup: it is cancelled, no file of it is left, and the shutdown does not wait.
 */
@Thorough
class StopWhileBackingUpTest {

    @TempDir
    Path home;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch cancelling = new CountDownLatch(1);
    private OwnServer server;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(home.resolve(".env"), "BACKUPS_DIR=backups\n");
        server = OwnServer.start(home, HeldProof.class);
        server.context().addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof BackupEvent.Progressed(var progress) && progress.cancelling()) {
                cancelling.countDown();
            }
        });
    }

    @AfterEach
    void stop() {
        server.close();
        threads.shutdownNow();
    }

    @Test
    void whoWaitsForItOverHttpIsToldSo() throws Exception {
        Answer answer = stopWhile(() -> HttpCalls.call(server.port(), "POST", "/api/v1/settings/backup-db"))
                .get(30, TimeUnit.SECONDS);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("backup_cancelled");
    }

    @Test
    void oneThatAPageStartedCleansUpToo() throws Exception {
        ExecutorService ofBackups = server.context().getBean("backupExecutor", ExecutorService.class);
        BackupService backups = server.bean(BackupService.class);

        Future<?> backup =
                stopWhile(() -> ofBackups.submit(() -> backups.backUp("local")).get());

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> backup.get(30, TimeUnit.SECONDS))
                .havingRootCause()
                .isInstanceOfSatisfying(
                        BackupException.class,
                        reason -> assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED));
    }

    /** Starts a backup, stops the application during it, and lets the backup continue only when it is cancelled. */
    private <T> Future<T> stopWhile(Callable<T> request) throws Exception {
        HeldProof held = server.bean(HeldProof.class);
        Future<T> backup = threads.submit(request);
        assertThat(held.reached.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(files()).anyMatch(name -> name.endsWith(".part"));

        Future<?> stopped = threads.submit(server::close);
        assertThat(cancelling.await(30, TimeUnit.SECONDS)).isTrue();
        held.goOn.countDown();

        // far less than the 20 and 30 seconds after which the executor and the server would give up
        stopped.get(10, TimeUnit.SECONDS);
        assertThat(files()).containsOnly(".graph_tracker.lock");
        return backup;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("backups"))) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        }
    }

    /** The contents of a copy are counted when it is complete, and not yet published. */
    @TestConfiguration
    static class HeldProof implements DatabaseContents {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public SequencedMap<String, Long> counts(Connection connection) {
            reached.countDown();
            try {
                assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new LinkedHashMap<>();
        }
    }
}

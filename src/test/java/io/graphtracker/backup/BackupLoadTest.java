package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.Depth;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups follow each other while writers commit all the time, {@code -Dgraphtracker.load.backups} times: every
 * copy is one state of the database, no backup fails, and nobody starves.
 */
@Thorough
class BackupLoadTest {

    private static final Logger log = LoggerFactory.getLogger(BackupLoadTest.class);

    private static final int BACKUPS = Integer.getInteger("graphtracker.load.backups", Depth.of(8, 60));
    private static final int WRITERS = 3;

    @TempDir
    Path root;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong commits = new AtomicLong();

    private Path database;
    private Path folder;
    private List<String> rows;

    @Test
    @Timeout(600)
    void everyCopyIsOneStateAndNobodyStarves() throws Exception {
        database = TestDatabase.createLarge(root.resolve("live.db"));
        Ledger.create(database);
        rows = TestDatabase.rows(database);
        folder = root.resolve("backups");

        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int seed = 0; seed < WRITERS; seed++) {
                Random random = new Random(seed);
                writers.add(CompletableFuture.runAsync(() -> write(random), threads));
            }
            try {
                for (int number = 0; number < BACKUPS; number++) {
                    backUpWhileTheyWrite(TestProcedures.with(threads));
                }
            } finally {
                over.set(true);
            }
            for (CompletableFuture<Void> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        }

        log.info("{} backups while {} transactions were committed", BACKUPS, commits);
        WholeBackups.assertSound(database, rows);
    }

    private void backUpWhileTheyWrite(BackupProcedure procedure) throws IOException, SQLException {
        long before = commits.get();
        Backup backup = procedure.backUp(database, folder, TestJobs.any());
        assertThat(commits.get()).as("commits during a backup").isGreaterThan(before);

        WholeBackups.assertSound(backup.file(), rows);
        WholeBackups.assertNothingElse(folder);
        for (String suffix : List.of("", ".sha256", ".json")) {
            Files.delete(Path.of(backup.file() + suffix));
        }
    }

    private void write(Random random) {
        try {
            Ledger.write(database, random, () -> {
                commits.incrementAndGet();
                return !over.get();
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

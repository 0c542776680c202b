package io.graphtracker.backup;

import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.SchemaMigrations;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Whole verified backups, made as the application makes them. */
final class BenchBackups {

    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    private static final DatabaseContents CONTENTS = connection -> {
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("project", "node", "edge")) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    counts.put(table, count.getLong(1));
                }
            }
        }
        return counts;
    };

    private static final BackupProcedure PROCEDURE = new BackupProcedure(
            Clock.systemDefaultZone(), new VolumeSpace(), THREADS, restorability(), List.of(CONTENTS), "benchmark");

    private BenchBackups() {}

    private static RestorabilityCheck restorability() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.scan("io.graphtracker.environment", "io.graphtracker.database");
            context.refresh();
            return new RestorabilityCheck(new ExpectedSchemas(context.getBean(SchemaMigrations.class)));
        }
    }

    /** Makes a backup, measures its duration in seconds, and deletes it. */
    static double run(Path database, Path folder) throws IOException, SQLException {
        long start = System.nanoTime();
        PROCEDURE.backUp(
                database,
                folder,
                new BackupJob(BackupKind.MANUAL, ZonedDateTime.now(), System::nanoTime, progress -> {}));
        double seconds = (System.nanoTime() - start) / 1e9;
        empty(folder);
        return seconds;
    }

    /**
     * Starts a backup, cancels it in the middle of a phase, and measures the seconds until it has ended and deleted its
     * files.
     *
     * @return NaN if it ended before that
     */
    static double cancel(Path database, Path folder, BackupPhase phase) throws IOException, SQLException {
        BackupJob job = new BackupJob(BackupKind.MANUAL, ZonedDateTime.now(), System::nanoTime, progress -> {});
        CompletableFuture<Long> cancelled = CompletableFuture.supplyAsync(() -> cancelInTheMiddle(job, phase), THREADS);
        try {
            PROCEDURE.backUp(database, folder, job);
            empty(folder);
            cancelled.cancel(false);
            return Double.NaN;
        } catch (BackupException e) {
            double seconds = (System.nanoTime() - cancelled.join()) / 1e9;
            empty(folder);
            return seconds;
        }
    }

    private static long cancelInTheMiddle(BackupJob job, BackupPhase phase) {
        BackupProgress progress = job.progress();
        while (progress.phase().compareTo(phase) < 0 || progress.phase() == phase && progress.phasePercent() < 50) {
            LockSupport.parkNanos(100_000);
            progress = job.progress();
        }
        long now = System.nanoTime();
        job.cancel();
        return now;
    }

    static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}

package io.graphtracker.backup;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.BenchmarkPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Measures the whole verified backup against the usual ways without the application, in turn within one run, and writes
 * {@code docs/benchmarks.md}. Run by {@code ./mvnw -Pbench verify}; needs the {@code sqlite3} shell, {@code openssl}
 * and some gigabytes of free space.
 */
class BackupBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int APPLICATION_ROUNDS = Math.min(ROUNDS, 3);
    private static final List<Integer> MEGABYTES = Arrays.stream(
                    System.getProperty("bench.megabytes", "10,100,1000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final Path REPORT = Path.of(System.getProperty("bench.report", "target/benchmarks.md"));
    private static final Path FOLDER = Path.of(System.getProperty("bench.folder", "target/bench"));

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final String CP = "cp \"$1\" \"$2\" && sync \"$2\"";
    private static final String BACKUP = "sqlite3 \"$1\" \".backup '$2'\"";
    private static final String CHECKED = BACKUP + " && sqlite3 \"$2\" 'PRAGMA quick_check' && ";
    private static final String FAST_HASH = "openssl dgst -sha256 \"$2\" > \"$2.sha256\"";
    private static final String USUAL_SCRIPT = CHECKED + "sha256sum \"$2\" > \"$2.sha256\"";
    private static final String FAST_SCRIPT = CHECKED + FAST_HASH;
    private static final String LEAST = CP + " && " + FAST_HASH;

    private final Path folder = FOLDER.toAbsolutePath().resolve("backups");

    @Test
    void measure() throws Exception {
        for (String rival : List.of("sqlite3", "openssl")) {
            assumeTrue(Shell.output("command -v " + rival).endsWith(rival), rival + " is needed to compare with");
        }
        Files.createDirectories(folder);
        Map<Integer, Measured> results = new LinkedHashMap<>();
        for (int megabytes : MEGABYTES) {
            BenchDatabase database = BenchDatabase.create(
                    FOLDER.toAbsolutePath().resolve("live-" + megabytes + ".db"), megabytes * 1_000_000L);
            Measured measured = measure(database);
            results.put(megabytes, measured);
            if (megabytes == MEGABYTES.getLast()) {
                measureApplication(database, measured);
            }
            Report report = new Report(results, ROUNDS);
            BenchmarkPage.write(REPORT, "backup", report.text());
            Files.delete(database.file());
            if (megabytes == MEGABYTES.getLast()) {
                System.out.println("Goals: " + report.outcome());
            }
        }
    }

    /** As users start it, in processes of its own. */
    private void measureApplication(BenchDatabase database, Measured measured)
            throws IOException, InterruptedException, SQLException {
        database.checkpoint();
        ApplicationProbe probe =
                new ApplicationProbe(FOLDER.toAbsolutePath().resolve("home"), database.file(), BackupBenchmark::settle);
        for (int round = 0; round < APPLICATION_ROUNDS; round++) {
            measured.jar.add(probe.fromJar());
            measured.readme.add(probe.asReadmeSays());
        }
    }

    private Measured measure(BenchDatabase database) throws Exception {
        Measured measured = new Measured(database.bytes());
        // once without counting, so that all find the file in the cache and the code compiled
        BenchBackups.run(database.file(), folder);
        for (int round = 0; round < ROUNDS; round++) {
            measureQuiet(database, measured);
            measureUnderWriters(database, measured);
            measured.memory.add(memory(database));
            measured.cancelCopying.add(BenchBackups.cancel(database.file(), folder, BackupPhase.COPYING));
            measured.cancelChecking.add(BenchBackups.cancel(database.file(), folder, BackupPhase.CHECKING));
        }
        return measured;
    }

    private void measureQuiet(BenchDatabase database, Measured measured)
            throws IOException, SQLException, InterruptedException {
        measured.cp.add(rival(CP, database, LONG));
        settle();
        measured.trusted.add(BenchBackups.run(database.file(), folder));
        measured.least.add(rival(LEAST, database, LONG));
        measured.backup.add(rival(BACKUP, database, LONG));
        measured.fastScript.add(rival(FAST_SCRIPT, database, LONG));
        measured.usualScript.add(rival(USUAL_SCRIPT, database, LONG));
    }

    private double rival(String command, BenchDatabase database, Duration limit)
            throws IOException, InterruptedException {
        settle();
        double seconds = Shell.seconds(limit, command, database.file(), folder.resolve("copy.sqlite"));
        BenchBackups.empty(folder);
        return seconds;
    }

    /** Pending writes of one measurement must not slow down the next. */
    private static void settle() throws IOException, InterruptedException {
        Shell.seconds(LONG, "sync");
    }

    private void measureUnderWriters(BenchDatabase database, Measured measured) throws Exception {
        measured.quietWriters.add(writersDuring(database, () -> {
            Thread.sleep(QUIET.toMillis());
            return 0.0;
        }));
        long[] walBytes = new long[2];
        measured.busyWriters.add(writersDuring(database, () -> {
            walBytes[0] = database.walBytes();
            double seconds = BenchBackups.run(database.file(), folder);
            walBytes[1] = database.walBytes();
            measured.trustedUnderWriters.add(seconds);
            // as long as without backups: the slowest one of a hundred commits is no figure if there are only a hundred
            for (double all = seconds; all < QUIET.toSeconds(); ) {
                all += BenchBackups.run(database.file(), folder);
            }
            return seconds;
        }));
        measured.walGrowth.add((walBytes[1] - walBytes[0]) / 1e6);
        measured.writersBesideShell.add(writersDuring(database, () -> {
            double seconds = Shell.seconds(PATIENCE, BACKUP, database.file(), folder.resolve("copy.sqlite"));
            BenchBackups.empty(folder);
            measured.backupUnderWriters.add(seconds);
            return seconds;
        }));
    }

    private interface Work {
        double seconds() throws Exception;
    }

    private static Writers.Waits writersDuring(BenchDatabase database, Work work) throws Exception {
        database.checkpoint();
        settle();
        try (Writers writers = new Writers(database)) {
            work.seconds();
            return writers.stop();
        }
    }

    /** Each in a process of its own: one that has made a backup keeps some of the memory it took. */
    private double memory(BenchDatabase database) throws IOException, InterruptedException {
        Process probe = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MemoryProbe.class.getName(),
                        database.file().toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = probe.inputReader()) {
            double bytes = lines.lines()
                    .filter(line -> line.matches("\\d+"))
                    .mapToDouble(Double::parseDouble)
                    .findFirst()
                    .orElse(Double.NaN);
            probe.waitFor();
            return bytes / 1e6;
        }
    }
}

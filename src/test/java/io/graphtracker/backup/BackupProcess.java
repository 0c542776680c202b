package io.graphtracker.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** The {@code main} of a process that does nothing but make backups, see {@link ChildProcess}. */
final class BackupProcess {

    /** What it does. */
    enum Way {
        /** Makes backups one after another, while another thread writes; prints each start and each phase. */
        LOOP,
        /** Makes one backup, prints each progress report, and waits after it for a line. */
        STEP,
        /** Makes one backup, and prints nothing before its end. */
        ONCE
    }

    static final String BEGIN = "begin";
    static final String DONE = "done";
    static final String PROBLEM = "problem";

    private final PrintStream out;
    private final Path database;
    private final Path folder;
    private volatile String told = "";

    private BackupProcess(PrintStream out, Path database, Path folder) {
        this.out = out;
        this.database = database;
        this.folder = folder;
    }

    static ChildProcess start(Way way, Path database, Path folder, Path temporary) throws IOException {
        return ChildProcess.start(BackupProcess.class, temporary, way, database, folder);
    }

    static ChildProcess startAfter(String shell, Way way, Path database, Path folder, Path temporary)
            throws IOException {
        return ChildProcess.startAfter(shell, BackupProcess.class, temporary, way, database, folder);
    }

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        // whatever else is printed is no answer
        System.setOut(System.err);
        BackupProcess process = new BackupProcess(out, Path.of(arguments[1]), Path.of(arguments[2]));
        switch (Way.valueOf(arguments[0])) {
            case LOOP -> process.loop();
            case STEP -> process.backUp((job, progress) -> process.waitAt(progress));
            case ONCE -> process.backUp((job, progress) -> {});
        }
    }

    private void loop() {
        Thread writer = new Thread(() -> Ledger.writeQuietly(database, new Random(1)));
        writer.setDaemon(true);
        writer.start();
        // a test that is gone reads no more
        while (!System.out.checkError()) {
            backUp((job, progress) -> tellOnce(progress.phase().code()));
        }
    }

    private void backUp(BiConsumer<BackupJob, BackupProgress> listener) {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            ZonedDateTime now = ZonedDateTime.now().truncatedTo(ChronoUnit.SECONDS);
            tell(BEGIN + " " + now);
            Backup backup = new BackupProcedure(
                            Clock.systemDefaultZone(),
                            new VolumeSpace(),
                            threads,
                            TestSchema.check(),
                            List.of(),
                            "1.2.3")
                    .backUp(database, folder, TestJobs.watched(now, listener));
            tell(DONE + " " + backup.file().getFileName());
        } catch (BackupException e) {
            tell(PROBLEM + " " + e.problem() + " " + e.textKey());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitAt(BackupProgress progress) {
        tell(progress.phase().code() + " " + progress.doneBytes());
        try {
            if (System.in.read() < 0) {
                // the test is gone
                Runtime.getRuntime().halt(1);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tellOnce(String line) {
        if (!line.equals(told)) {
            tell(line);
        }
    }

    private void tell(String line) {
        told = line;
        out.println(line);
        out.flush();
    }
}

package io.graphtracker.cli;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.database.DatabaseContents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A process that runs a command as the application does, and waits at steps to be killed or interrupted, or for a line
 * that lets it go on.
 */
final class CommandProcess {

    /** What it says when it is there. */
    static final String HERE = "here ";

    /** What it says when it was cancelled by a signal. */
    static final String INTERRUPTED = "interrupted";

    /** What it says at its end, before the exit code. */
    static final String ENDED = "ended ";

    /** Instead of a step: each. */
    static final String EACH = "each";

    /** Instead of a step: the application has a fault that nobody foresaw. */
    static final String FAULTY = "faulty";

    /** The step at which a backup has begun. */
    static final String BACKUP = "BACKUP";

    private CommandProcess() {}

    /** @param arguments the project root, the step to wait at, and the command line */
    public static void main(String... arguments) {
        Invocation process = Invocation.ofProcess();
        String step = arguments[1];
        int exitCode = CommandLineInterface.run(
                new Invocation(
                        process.terminal(),
                        process.interruption(),
                        process.logs(),
                        Map.of("GRAPH_TRACKER_HOME", Path.of(arguments[0]).toString()),
                        context -> prepare(context, step, process.interruption())),
                Arrays.copyOfRange(arguments, 2, arguments.length));
        System.out.println(ENDED + exitCode);
        System.exit(exitCode);
    }

    private static void prepare(AnnotationConfigApplicationContext context, String step, Interruption interruption) {
        if (step.equals(FAULTY)) {
            context.registerBean(Faulty.class);
        }
        if (!step.equals(EACH)) {
            Listeners.of(context, BackupEvent.Started.class, event -> at(BACKUP, step, interruption));
        }
        Listeners.of(
                context, RestoreEvent.Reached.class, event -> at(event.step().name(), step, interruption));
    }

    private static void at(String here, String step, Interruption interruption) {
        if (step.equals(EACH) || here.equals(step)) {
            // after all that the command itself has added
            interruption.onInterrupt(() -> System.out.println(INTERRUPTED));
            System.out.println(HERE + here);
            try {
                if (System.in.read() < 0) {
                    // the test is gone
                    Runtime.getRuntime().halt(1);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Contents that cannot be counted, for a reason that is a mistake of ours. */
    static final class Faulty implements DatabaseContents {

        @Override
        public SequencedMap<String, Long> counts(Connection connection) {
            throw new IllegalStateException("injected");
        }
    }
}

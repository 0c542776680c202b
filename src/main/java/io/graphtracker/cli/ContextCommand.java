package io.graphtracker.cli;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.operations.OperationsDatabaseTexts;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** A command that needs the beans of the application. */
abstract class ContextCommand implements Callable<Integer> {

    /** Whom the audit log names. */
    static final String USER = "command line";

    /** The bean that is marked by {@link io.graphtracker.backup.BackupExecutor}. */
    private static final String EXECUTOR = "backupExecutor";

    private final RootCommand root;

    ContextCommand(RootCommand root) {
        this.root = root;
    }

    /** Runs the command with the beans; what it leaves to other threads is done when it returns. */
    @Override
    public final Integer call() throws Exception {
        check();
        CommandLog log = CommandLog.start(
                root.invocation().logs(), root.isDebug(), root.terminal().err());
        Output output = root.output();
        Failures failures = new Failures(root.texts(), log);
        try (AnnotationConfigApplicationContext context = CommandContext.start(root.invocation())) {
            return call(context, output, failures);
        } catch (Exception | Error e) {
            // a setting, for example
            output.failure(failures.explain(e, Optional.empty()));
            return ExitCode.FAILED;
        }
    }

    private int call(AnnotationConfigApplicationContext context, Output output, Failures failures)
            throws InterruptedException {
        // as at the end of the server, which cancels what is running
        root.interruption().onInterrupt(() -> context.publishEvent(new ContextClosedEvent(context)));
        try {
            RootCheck.require(context, root.texts());
            int code = run(context, output);
            if (output.isComplete()) {
                return code;
            }
            if (root.terminal().readerGone().getAsBoolean()) {
                return ExitCode.READER_GONE;
            }
            output.warning(root.texts().get("cli.not-written"), "");
            return ExitCode.FAILED;
        } catch (CommandException e) {
            if (e.exitCode() == ExitCode.NOTHING_TO_DO) {
                output.nothingDone(e.failure());
            } else {
                output.failure(e.failure());
            }
            return e.exitCode();
        } catch (Exception | Error e) {
            output.failure(failures.explain(e, Optional.of(context.getBean(BackupTexts.class))));
            return ExitCode.FAILED;
        } finally {
            awaitOthers(context);
            tellUnrecorded(context, output);
        }
    }

    /**
     * Requires that the command line is complete, before anything is done.
     *
     * @throws picocli.CommandLine.ParameterException if it is not
     */
    void check() {}

    /**
     * Does what the command is for.
     *
     * @return the {@link ExitCode}
     */
    abstract int run(AnnotationConfigApplicationContext context, Output output) throws Exception;

    RootCommand root() {
        return root;
    }

    /** What is kept in memory on the server, until it can be recorded, is lost here. */
    private void tellUnrecorded(AnnotationConfigApplicationContext context, Output output) {
        context.getBean(AuditLog.class)
                .unrecorded()
                .ifPresent(entries -> output.warning(
                        root.texts().get("cli.not-recorded"),
                        OperationsDatabaseTexts.problem(entries.reason(), root.texts())));
    }

    /** Deletions by the retention rule, for example, which nobody waits for on a page. */
    private static void awaitOthers(AnnotationConfigApplicationContext context) throws InterruptedException {
        ExecutorService executor = context.getBean(EXECUTOR, ExecutorService.class);
        executor.shutdown();
        while (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
            // they end by themselves, or when the command is interrupted
        }
    }
}

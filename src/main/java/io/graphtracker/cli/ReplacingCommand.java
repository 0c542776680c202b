package io.graphtracker.cli;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.SourceDatabase;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.json.RestoreResponse;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestoreResult;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.backup.restore.RestoreTexts;
import io.graphtracker.database.DatabasePreflight;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.database.sqlite.SqliteLocks;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that replaces the database, after it was confirmed. */
abstract class ReplacingCommand extends ContextCommand {

    @Option(names = {"-y", "--yes"})
    private boolean confirmed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReplacingCommand(RootCommand root) {
        super(root);
    }

    @Override
    void check() {
        if (!confirmed && !root().terminal().canAsk()) {
            throw new ParameterException(spec.commandLine(), root().texts().get("cli.not-confirmed"));
        }
    }

    @Override
    int run(AnnotationConfigApplicationContext context, Output output) throws Exception {
        prepare(context);
        VerificationJob job = VerificationReport.job("", root(), output);
        RestorePreview preview = preview(context, job);
        RestoreTexts restoreTexts =
                new RestoreTexts(context.getBean(BackupTexts.class), root().texts(), context.getBean(Clock.class));
        PreviewText.of(preview, restoreTexts, root().texts()).forEach(output::message);
        if (!confirmed && !isConfirmed()) {
            output.message(root().texts().get("cli.declined"));
            return ExitCode.FAILED;
        }
        Listeners.of(context, RestoreEvent.Reached.class, event -> tell(event.step(), output));
        RestoreResult result = context.getBean(RestoreService.class).restore(preview, USER, Origin.NONE, job);
        output.result(
                RestoreResponse.of(result),
                Stream.of(restoreTexts.done(preview), restoreTexts.former(result))
                        .filter(line -> !line.isEmpty())
                        .toList());
        return ExitCode.DONE;
    }

    /**
     * Checks what is to take the place of the database.
     *
     * @throws CommandException if there is none
     */
    abstract RestorePreview preview(AnnotationConfigApplicationContext context, VerificationJob job) throws IOException;

    /** Requires that nobody else has the database open, and finishes or rolls back an interrupted restore. */
    private static void prepare(AnnotationConfigApplicationContext context) throws IOException {
        Path database = SourceDatabase.fileOf(context.getBean(DatabaseUrl.class));
        try {
            if (SqliteLocks.isHeldElsewhere(database)) {
                throw BackupException.of(ProblemKind.RESTORE_SERVER, database);
            }
        } catch (AccessDeniedException e) {
            // a file that may not be written can be replaced all the same, if its folder allows that
        }
        context.getBeanProvider(DatabasePreflight.class).orderedStream().forEach(work -> work.prepare(database));
    }

    private boolean isConfirmed() throws Exception {
        String answer = root().interruption()
                .ask(() -> root().terminal().ask(root().texts().get("cli.confirm")));
        return answer != null
                && answer.strip()
                        .toLowerCase(Locale.ENGLISH)
                        .equals(root().texts().get("cli.confirm.yes"));
    }

    private void tell(RestoreStep step, Output output) {
        Texts texts = root().texts();
        List<RestoreStep> steps = List.of(RestoreStep.values());
        output.progress(
                step.code(),
                texts.get(
                        "restore.step-announcement",
                        steps.indexOf(step) + 1,
                        steps.size(),
                        texts.get(Texts.key("restore.step.", step.code()))));
    }
}

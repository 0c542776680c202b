package io.graphtracker.cli;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.json.FailureResponse;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.restore.UndoOffer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import picocli.CommandLine.Command;

/** Undoes the last restore, while the server is not running. */
@Command(name = "undo")
final class UndoCommand extends ReplacingCommand {

    UndoCommand(RootCommand root) {
        super(root);
    }

    @Override
    RestorePreview preview(AnnotationConfigApplicationContext context, VerificationJob job) {
        RestoreService service = context.getBean(RestoreService.class);
        UndoOffer offer = service.undoOffer().orElseThrow(() -> nothingToUndo(context.getBean(BackupTexts.class)));
        return service.preview(new RestoreRequest.Undo(offer), job);
    }

    private static CommandException nothingToUndo(BackupTexts texts) {
        BackupException reason = new BackupException(BackupProblem.UNDO_UNAVAILABLE);
        return new CommandException(
                new FailureResponse(reason.problem().code(), texts.message(reason), texts.hint(reason)),
                ExitCode.NOTHING_TO_DO);
    }
}

package io.graphtracker.cli;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupProgress;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.ProgressTexts;
import io.graphtracker.backup.json.BackupResponse;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import picocli.CommandLine.Command;

/** Makes a backup. */
@Command(name = "backup")
final class BackupCommand extends ContextCommand {

    BackupCommand(RootCommand root) {
        super(root);
    }

    @Override
    int run(AnnotationConfigApplicationContext context, Output output) {
        Listeners.of(context, BackupEvent.Progressed.class, event -> tell(event.progress(), output));
        BackupTexts texts = context.getBean(BackupTexts.class);
        Backup backup = context.getBean(BackupService.class).backUp(USER);
        output.result(BackupResponse.of(backup, texts), List.of(texts.message(backup)));
        if (backup.manifest().isRestorable()) {
            output.message(texts.hint(backup));
            return ExitCode.DONE;
        }
        output.warning(texts.message(backup), texts.hint(backup));
        return ExitCode.FAILED;
    }

    private void tell(BackupProgress progress, Output output) {
        output.progress(progress.phase().code(), ProgressTexts.of(progress, root().texts()));
    }
}

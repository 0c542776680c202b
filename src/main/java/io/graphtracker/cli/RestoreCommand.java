package io.graphtracker.cli;

import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreService;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Restores a backup, from the backups folder or from anywhere, while the server is not running. */
@Command(name = "restore")
final class RestoreCommand extends ReplacingCommand {

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    RestoreCommand(RootCommand root) {
        super(root);
    }

    @Override
    RestorePreview preview(AnnotationConfigApplicationContext context, VerificationJob job) throws IOException {
        RestoreService service = context.getBean(RestoreService.class);
        return switch (new Targets(context).find(file)) {
            case Target.Listed(String name) -> service.preview(new RestoreRequest.OfBackup(name), job);
            case Target.Elsewhere(CatalogEntry entry) -> service.preview(entry, job);
            case Target.Former(FormerDatabase former) ->
                service.preview(new RestoreRequest.OfFormerDatabase(former), job);
        };
    }
}

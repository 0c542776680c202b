package io.graphtracker.cli;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.catalog.VerificationTexts;
import io.graphtracker.backup.json.CatalogResponse;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import picocli.CommandLine.Command;

/** Lists the backups folder, the newest first. */
@Command(name = "list")
final class ListCommand extends ContextCommand {

    /** What is unknown. */
    private static final String UNKNOWN = "-";

    ListCommand(RootCommand root) {
        super(root);
    }

    @Override
    int run(AnnotationConfigApplicationContext context, Output output) {
        Catalog catalog = context.getBean(CatalogService.class).list();
        BackupTexts backupTexts = context.getBean(BackupTexts.class);
        if (catalog.entries().isEmpty()) {
            String folder = catalog.folder().toString();
            output.message(
                    catalog.exists()
                            ? root().texts().get("cli.list.empty", folder)
                            : root().texts().get("cli.list.no-folder", folder));
        }
        output.result(
                CatalogResponse.of(catalog, 0, catalog.entries().size()),
                TextTable.of(catalog.entries().stream()
                        .map(entry -> row(entry, backupTexts))
                        .toList()));
        return ExitCode.DONE;
    }

    private List<String> row(CatalogEntry entry, BackupTexts backupTexts) {
        return List.of(
                entry.name(),
                backupTexts.time(entry.at()),
                ByteSize.format(entry.sizeBytes()),
                entry.manifest() == null ? UNKNOWN : backupTexts.kind(entry.manifest()),
                state(entry));
    }

    private String state(CatalogEntry entry) {
        Texts texts = root().texts();
        String state = VerificationTexts.of(entry.state(), texts);
        return entry.isProtected() ? texts.get("cli.list.protected", state) : state;
    }
}

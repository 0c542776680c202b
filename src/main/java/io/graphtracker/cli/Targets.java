package io.graphtracker.cli;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.json.FailureResponse;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.environment.PathValue;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/**
 * Finds what a command line names: a backup in the backups folder by its name, or any file by its path. The folder need
 * not be set for a path: on a new machine there may be nothing but a backup.
 */
final class Targets {

    private final BackupCatalog catalog;
    private final BackupsDirectory folder;
    private final RestoreService restores;
    private final Texts texts;

    Targets(ApplicationContext context) {
        this.catalog = context.getBean(BackupCatalog.class);
        this.folder = context.getBean(BackupsDirectory.class);
        this.restores = context.getBean(RestoreService.class);
        this.texts = context.getBean(Texts.class);
    }

    /**
     * Finds it.
     *
     * @throws CommandException if there is none
     * @throws BackupException if a name is given, and the backups folder cannot be listed
     */
    Target find(Path path) throws IOException {
        String named = path.toString();
        if (path.getParent() == null) {
            Optional<Target> inside = named(named, Files.exists(path));
            if (inside.isPresent()) {
                return inside.get();
            }
        }
        if (!Files.exists(path)) {
            throw notFound(path.getParent() == null ? "cli.file.no-backup" : "cli.file.missing", named);
        }
        Path real = path.toRealPath();
        if (isInFolder(real)) {
            return new Target.Listed(real.getFileName().toString());
        }
        CatalogEntry entry = catalog.read(real).orElseThrow(() -> notFound("cli.file.in-use", named));
        return new Target.Elsewhere(entry);
    }

    /** @param elsewhere whether a file of that name is in the working directory, so that no folder is needed */
    private Optional<Target> named(String name, boolean elsewhere) throws IOException {
        Optional<Target> former = restores.formerDatabases().stream()
                .filter(database -> database.name().equals(name))
                .<Target>map(Target.Former::new)
                .findFirst();
        if (former.isPresent()) {
            return former;
        }
        try {
            return catalog.findIfThere(name).map(entry -> new Target.Listed(entry.name()));
        } catch (BackupException e) {
            if (elsewhere) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isInFolder(Path real) {
        try {
            Path backups = folder.folder();
            return Files.isDirectory(backups) && Files.isSameFile(backups, real.getParent());
        } catch (BackupException | IOException e) {
            // without a folder, it is elsewhere
            return false;
        }
    }

    private CommandException notFound(String key, String named) {
        return new CommandException(
                new FailureResponse(
                        BackupProblem.BACKUP_NOT_FOUND.code(),
                        texts.get(key, PathValue.visible(named)),
                        texts.find(key + ".hint").orElse("")),
                ExitCode.FAILED);
    }
}

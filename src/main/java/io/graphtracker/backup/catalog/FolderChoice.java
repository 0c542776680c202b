package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupFolder;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.SystemFault;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.environment.EnvFileChange;
import io.graphtracker.environment.EnvFileEditor;
import io.graphtracker.environment.PathValue;
import io.graphtracker.environment.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sets the backups folder in {@code .env} while none is set. Blocking disk access: never call it on a page's thread.
 *
 * @see "docs/decisions/2026-12-01-the-folder-from-the-page.md"
 */
@Component
public class FolderChoice {

    /** What is suggested: a folder in the project root, as in {@code .env.example}. */
    public static final String SUGGESTION = "backups";

    private static final Logger log = LoggerFactory.getLogger(FolderChoice.class);

    private final BackupsDirectory settings;
    private final BackupCatalog catalog;
    private final EnvFileEditor editor;
    private final ProjectRoot root;
    private final AuditedWork work;

    FolderChoice(
            BackupsDirectory settings,
            BackupCatalog catalog,
            EnvFileEditor editor,
            ProjectRoot root,
            AuditedWork work) {
        this.settings = settings;
        this.catalog = catalog;
        this.editor = editor;
        this.root = root;
        this.work = work;
    }

    /**
     * Checks a folder without creating or writing anything.
     *
     * @param value a path, absolute or relative to the project root
     * @throws BackupException if it cannot be used, or could not be set
     */
    public TargetFolder check(String value) {
        Path path = settings.resolve(value);
        if (path.startsWith(root.envFile())) {
            throw BackupException.of(ProblemKind.FOLDER_NOT_A_FOLDER, path);
        }
        TargetFolder target = catalog.target(path);
        require(editor.check(BackupsDirectory.VARIABLE, value), value);
        return target;
    }

    /**
     * Creates the folder if necessary, and sets it.
     *
     * @throws BackupException as {@link #check}, or if {@code .env} could not be written; nothing was changed then
     */
    public void choose(String value, String user) {
        check(value);
        work.run(AuditEntryKind.FOLDER_SET, "", user, settings.resolve(value).toString(), () -> set(value), set -> "");
    }

    private Path set(String value) {
        Path path = settings.resolve(value);
        List<Path> missing = missingFolders(path);
        // some can only be found not to work by making them, and .env would then name one that nobody can use
        BackupFolder.prepare(path);
        try {
            require(editor.set(BackupsDirectory.VARIABLE, value), value);
        } catch (BackupException e) {
            delete(missing);
            throw e;
        }
        log.info("The folder for backups was set to {}", path);
        return path;
    }

    /** A folder and those around it, from within, as far as they do not exist. */
    private static List<Path> missingFolders(Path path) {
        return Stream.<Path>iterate(path, Objects::nonNull, Path::getParent)
                .takeWhile(folder -> !Files.exists(folder, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /** Deletes empty folders; one that somebody has used since stays, with those around it. */
    private static void delete(List<Path> folders) {
        try {
            for (Path folder : folders) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            log.warn("A folder that was made for backups could not be deleted", e);
        }
    }

    private void require(EnvFileChange change, String value) {
        switch (change) {
            case EnvFileChange.Made made -> {
                // as it was asked
            }
            case EnvFileChange.SetInEnvironment set -> throw BackupException.of(ProblemKind.FOLDER_IN_ENVIRONMENT);
            case EnvFileChange.SetAlready set -> throw BackupException.of(ProblemKind.FOLDER_SET_ALREADY);
            case EnvFileChange.Link link -> throw BackupException.of(ProblemKind.ENV_FILE_LINK, root.envFile());
            case EnvFileChange.ReadOnly readOnly ->
                throw BackupException.of(ProblemKind.ENV_FILE_READ_ONLY, root.envFile());
            case EnvFileChange.InvalidFile(var error) -> throw BackupsDirectory.invalid(root, error);
            case EnvFileChange.InvalidValue invalid ->
                throw BackupException.of(ProblemKind.FOLDER_NOT_QUOTABLE, PathValue.visible(value));
            case EnvFileChange.Failed(IOException cause) ->
                throw BackupException.causedBy(cause, ProblemKind.ENV_FILE_NOT_WRITTEN, root.envFile(), reason(cause));
        }
    }

    private static String reason(IOException cause) {
        return SystemFault.of(cause)
                .map(SystemFault::message)
                .orElse(cause.getClass().getSimpleName());
    }
}

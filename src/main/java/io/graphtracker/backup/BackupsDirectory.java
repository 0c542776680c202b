package io.graphtracker.backup;

import io.graphtracker.environment.EnvFileError;
import io.graphtracker.environment.EnvValueProblem;
import io.graphtracker.environment.EnvironmentVariables;
import io.graphtracker.environment.PathValue;
import io.graphtracker.environment.PathValueException;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.Variable;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Where backups go, as {@code BACKUPS_DIR} says at this moment. The value is taken literally: nothing in it is expanded. */
@Component
public class BackupsDirectory {

    /** The variable that names the folder. */
    public static final String VARIABLE = "BACKUPS_DIR";

    private final EnvironmentVariables variables;
    private final ProjectRoot root;

    BackupsDirectory(EnvironmentVariables variables, ProjectRoot root) {
        this.variables = variables;
        this.root = root;
    }

    /**
     * The folder for backups, absolute; it need not exist yet.
     *
     * @throws BackupException of the category {@link BackupProblem.Category#CONFIGURATION} if the settings name none
     */
    public Path folder() {
        return switch (variables.read(VARIABLE)) {
            case Variable.Value(String value) -> resolve(value);
            case Variable.NoFile none -> throw new BackupException(BackupProblem.ENV_FILE_MISSING, root.path());
            case Variable.Absent absent -> throw new BackupException(BackupProblem.BACKUPS_DIR_MISSING, root.envFile());
            case Variable.Blank blank -> throw new BackupException(BackupProblem.BACKUPS_DIR_EMPTY, root.envFile());
            case Variable.InvalidFile(EnvFileError error) -> throw invalid(error);
            case Variable.InvalidValue(EnvValueProblem problem) ->
                throw BackupException.ofKind(BackupProblem.BACKUPS_DIR_UNUSABLE, problem.slug(), null);
        };
    }

    private BackupException invalid(EnvFileError error) {
        return BackupException.ofKind(
                BackupProblem.ENV_FILE_INVALID,
                error.problem().slug(),
                null,
                root.envFile(),
                Integer.toString(error.line()));
    }

    private Path resolve(String value) {
        try {
            return root.resolve(PathValue.parse(value));
        } catch (PathValueException e) {
            throw BackupException.ofKind(
                    BackupProblem.BACKUPS_DIR_UNUSABLE, e.problem().slug(), null, PathValue.visible(value));
        }
    }
}

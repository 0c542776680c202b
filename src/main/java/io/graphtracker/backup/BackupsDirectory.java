package io.graphtracker.backup;

import io.graphtracker.environment.EnvFileError;
import io.graphtracker.environment.EnvValueProblem;
import io.graphtracker.environment.EnvironmentVariable;
import io.graphtracker.environment.EnvironmentVariables;
import io.graphtracker.environment.PathValue;
import io.graphtracker.environment.PathValueException;
import io.graphtracker.environment.ProjectRoot;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * The folder for backups that {@code BACKUPS_DIR} names now. The value is taken literally: nothing in it is expanded.
 *
 * @see "docs/decisions/2026-11-25-what-can-be-meant-as-a-path.md"
 */
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
     * The folder for backups, absolute; it may not exist yet.
     *
     * @throws BackupException of the category {@link BackupProblem.Category#CONFIGURATION} if the settings do not name
     *     one
     */
    public Path folder() {
        return switch (variables.read(VARIABLE)) {
            case EnvironmentVariable.Value(String value) -> resolve(value);
            case EnvironmentVariable.NoFile none ->
                throw new BackupException(BackupProblem.ENV_FILE_MISSING, root.path());
            case EnvironmentVariable.Absent absent ->
                throw new BackupException(BackupProblem.BACKUPS_DIR_MISSING, root.envFile());
            case EnvironmentVariable.Blank blank ->
                throw new BackupException(BackupProblem.BACKUPS_DIR_EMPTY, root.envFile());
            case EnvironmentVariable.InvalidFile(EnvFileError error) -> throw invalid(root, error);
            case EnvironmentVariable.InvalidValue(EnvValueProblem problem) ->
                throw BackupException.ofSetting(BackupProblem.BACKUPS_DIR_UNUSABLE, problem.slug());
        };
    }

    /** The exception for an error in {@code .env}. */
    public static BackupException invalid(ProjectRoot root, EnvFileError error) {
        return BackupException.ofSetting(
                BackupProblem.ENV_FILE_INVALID, error.problem().slug(), root.envFile(), Integer.toString(error.line()));
    }

    /**
     * The folder that a value of the variable names, absolute.
     *
     * @throws BackupException {@code backups_dir_unusable} if it cannot be meant as a path
     */
    public Path resolve(String value) {
        try {
            return root.resolve(PathValue.parse(value));
        } catch (PathValueException e) {
            throw BackupException.ofSetting(
                    BackupProblem.BACKUPS_DIR_UNUSABLE, e.problem().slug(), PathValue.visible(value));
        }
    }
}

package io.graphtracker.backup;

import io.graphtracker.environment.EnvFileError;
import io.graphtracker.environment.EnvironmentVariables;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.Variable;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where backups go, as {@code BACKUPS_DIR} says at this moment. The value is taken literally: nothing in it is expanded. */
@Component
public class BackupSettings {

    /** The variable that names the folder. */
    public static final String VARIABLE = "BACKUPS_DIR";

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private final EnvironmentVariables variables;
    private final ProjectRoot root;

    BackupSettings(EnvironmentVariables variables, ProjectRoot root) {
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
        if (value.startsWith("~")) {
            throw unusable("home-shortcut", value);
        }
        if (value.contains("${")) {
            throw unusable("placeholder", value);
        }
        if (isForWindowsOnly(value)) {
            throw unusable("windows-path", value);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw unusable("invalid-path", value);
        }
        try {
            return root.resolve(Path.of(value));
        } catch (InvalidPathException e) {
            throw unusable("invalid-path", value);
        }
    }

    /**
     * A drive, a network share, or backslashes. Elsewhere these are ordinary characters of a name, and a folder of that name
     * in the project root is certainly not what was meant.
     */
    private static boolean isForWindowsOnly(String value) {
        boolean windows = "\\".equals(FileSystems.getDefault().getSeparator());
        return !windows && (DRIVE.matcher(value).matches() || value.startsWith("//") || value.contains("\\"));
    }

    private static BackupException unusable(String kind, String value) {
        return BackupException.ofKind(BackupProblem.BACKUPS_DIR_UNUSABLE, kind, null, value);
    }
}

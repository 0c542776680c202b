package io.graphtracker.environment;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The folder that holds {@code .env} and against which relative paths are resolved: the environment's
 * {@code GRAPH_TRACKER_HOME}, else the working directory.
 */
@Component
public class ProjectRoot {

    /** The variable that moves the project root; read from the real environment only, since {@code .env} lies in the root. */
    public static final String VARIABLE = "GRAPH_TRACKER_HOME";

    private final Path path;

    @Autowired
    public ProjectRoot(ProcessEnvironment environment) {
        this(environment.find(VARIABLE).map(ProjectRoot::existing).orElse(Path.of("")));
    }

    /** A mistyped root would begin with an empty database, and look as if all projects were lost. */
    private static Path existing(String value) {
        try {
            Path path = Path.of(value);
            if (Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // as good as missing
        }
        throw new StartupException(
                "GRAPH_TRACKER_HOME is set to " + value + ", which is not a folder.",
                "Correct it, or make the folder, and start again.");
    }

    public ProjectRoot(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The root, absolute and normalized. */
    public Path path() {
        return path;
    }

    /** A path as it is meant in a setting: absolute, or relative to the root. */
    public Path resolve(Path other) {
        return path.resolve(other).normalize();
    }

    /** Where the settings file is expected. */
    public Path envFile() {
        return path.resolve(".env");
    }
}

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

    /** As the JDK decoded it at the start; a {@link Path} does not tell any more what could not be. */
    private static final String WORKING_DIRECTORY = System.getProperty("user.dir");

    private final Path path;

    @Autowired
    public ProjectRoot(ProcessEnvironment environment) {
        this(environment.find(VARIABLE).map(ProjectRoot::existing).orElseGet(ProjectRoot::workingDirectory));
    }

    private static Path workingDirectory() {
        requireDecoded("The working directory", WORKING_DIRECTORY);
        return Path.of("");
    }

    /** A mistyped root would begin with an empty database, and look as if all projects were lost. */
    private static Path existing(String value) {
        requireDecoded(VARIABLE, value);
        try {
            Path path = Path.of(value);
            if (!path.isAbsolute()) {
                requireDecoded("The working directory", WORKING_DIRECTORY);
            }
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

    /**
     * What the locale cannot decode, the JDK encodes back as question marks: the root would be another folder beside the one that
     * is meant, and begin with an empty database.
     */
    private static void requireDecoded(String what, String path) {
        if (PathValue.isLost(path)) {
            throw new StartupException(
                    what + " has characters that the locale this application was started in does not know.",
                    "Start with LC_ALL=C.UTF-8 (or another UTF-8 locale) in the environment; if file names are in another"
                            + " encoding, with a locale of that encoding.");
        }
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

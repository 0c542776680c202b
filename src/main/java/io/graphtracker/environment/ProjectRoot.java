package io.graphtracker.environment;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The folder that contains {@code .env} and against which relative paths are resolved: {@code GRAPH_TRACKER_HOME} of
 * the process environment, otherwise the working directory.
 */
@Component
public class ProjectRoot {

    /**
     * The variable that sets the project root; read from the process environment only, since {@code .env} is in the
     * root.
     */
    public static final String VARIABLE = "GRAPH_TRACKER_HOME";

    /** As the JDK decoded it at startup; a {@link Path} does not show what could not be decoded. */
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

    /** Must exist: with a mistyped root, an empty database would be created, as if all projects were lost. */
    private static Path existing(String value) {
        requireDecoded(VARIABLE, value);
        Path path = parse(value);
        if (!path.isAbsolute()) {
            requireDecoded("The working directory", WORKING_DIRECTORY);
        }
        if (!Files.isDirectory(path)) {
            throw new StartupException(
                    "GRAPH_TRACKER_HOME is set to " + value + ", which is not a folder.",
                    "Correct it, or make the folder, and start again.");
        }
        return path;
    }

    private static Path parse(String value) {
        try {
            return PathValue.parse(value);
        } catch (PathValueException e) {
            throw new StartupException(
                    "GRAPH_TRACKER_HOME is set to " + PathValue.visible(value) + ", which "
                            + e.problem().phrase(),
                    "Set it to the path of a folder as it is, and start again.");
        }
    }

    /**
     * Characters that the locale cannot decode are encoded by the JDK as question marks: the root would be another
     * folder than the one that is meant, with an empty database.
     */
    private static void requireDecoded(String what, String path) {
        if (PathValue.isLost(path)) {
            throw new StartupException(
                    what + " has characters that the locale this application was started in does not know.",
                    "Start with LC_ALL=C.UTF-8 (or another UTF-8 locale) in the environment; if file names are in"
                            + " another"
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

    /** Resolves a path of a setting, which is absolute or relative to the root. */
    public Path resolve(Path other) {
        return path.resolve(other).normalize();
    }

    /** The path of {@code .env}, which need not exist. */
    public Path envFile() {
        return path.resolve(".env");
    }
}

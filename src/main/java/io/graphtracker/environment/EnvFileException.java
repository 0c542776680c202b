package io.graphtracker.environment;

/** A line of {@code .env} that is needed at the start is not what such a file may hold. */
public class EnvFileException extends StartupException {

    private static final long serialVersionUID = 1L;

    EnvFileException(EnvFileError error) {
        super(
                "The line of .env that sets " + error.name() + " is malformed: line " + error.line() + ", "
                        + error.problem().slug().replace('-', ' ') + ".",
                "Correct the line (see .env.example for how lines look) and start again.");
    }
}

package io.graphtracker.environment;

/** A setting that is needed at startup cannot be read from {@code .env}. */
public class EnvFileException extends StartupException {

    private static final long serialVersionUID = 1L;

    EnvFileException(String variable, EnvFileError error) {
        super(
                "Whether .env sets " + variable + " cannot be told"
                        + (error.line() > 0 ? " from line " + error.line() : "")
                        + ": " + reason(error.problem()) + ".",
                "Correct the file (see .env.example for how lines look) and start again.");
    }

    private static String reason(EnvFileProblem problem) {
        return problem == EnvFileProblem.NOT_REGULAR
                ? "it is a pipe, a socket or a device, not a file"
                : problem.slug().replace('-', ' ');
    }
}

package io.graphtracker.environment;

/** The {@code .env} file cannot be read, or a line of it is not what such a file may hold. */
public class EnvFileException extends RuntimeException {

    private final transient EnvFileError error;

    EnvFileException(EnvFileError error) {
        super("The .env file is not usable: " + error.problem() + (error.line() > 0 ? " in line " + error.line() : ""));
        this.error = error;
    }

    public EnvFileError error() {
        return error;
    }
}

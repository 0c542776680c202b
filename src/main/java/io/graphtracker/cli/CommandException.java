package io.graphtracker.cli;

import io.graphtracker.backup.json.FailureResponse;

/** A command that cannot do what it is for, for a reason that only the command line has. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FailureResponse failure;
    private final int exitCode;

    CommandException(FailureResponse failure, int exitCode) {
        super(failure.message());
        this.failure = failure;
        this.exitCode = exitCode;
    }

    FailureResponse failure() {
        return failure;
    }

    int exitCode() {
        return exitCode;
    }
}

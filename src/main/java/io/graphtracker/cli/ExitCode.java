package io.graphtracker.cli;

/** The exit codes, which scripts rely on; {@code docs/operations.md} lists them. */
final class ExitCode {

    /** What was asked for is done. */
    static final int DONE = 0;

    /** It is not done, or a backup is not good. */
    static final int FAILED = 1;

    /** The command line is not understood, or lacks something. */
    static final int WRONG_USE = 2;

    /** There was nothing to do. */
    static final int NOTHING_TO_DO = 3;

    private ExitCode() {}
}

package io.graphtracker.cli;

import java.util.List;

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

    /** Nobody reads the result any more, as if SIGPIPE had ended the command, which Java ignores. */
    static final int READER_GONE = 128 + 13;

    /** All that a command returns, in order. A signal ends it with 128 and the signal's number. */
    static final List<Integer> ALL = List.of(DONE, FAILED, WRONG_USE, NOTHING_TO_DO);

    private ExitCode() {}
}

package io.graphtracker.backup.operations;

import java.util.Locale;

/** Why the operations database cannot be read or written. */
public enum OperationsDatabaseProblem {
    /** A folder, a pipe or something else has its name. */
    NOT_A_FILE,
    /** The file is no database, or a damaged one. */
    DAMAGED,
    /** It has another schema, perhaps of a newer version. */
    NEWER,
    /** Another program has it locked. */
    LOCKED,
    /** This process may not read the file or its folder. */
    UNREADABLE,
    /** This process may read it, but not write to it. */
    READ_ONLY,
    /** The disk is full. */
    FULL,
    /** Reading it takes too long. */
    SLOW,
    /** Something else, see the server log. */
    OTHER;

    /** Whether it often passes by itself in a moment. */
    public boolean mayPass() {
        return this == LOCKED || this == SLOW;
    }

    /** The code, for example {@code read_only}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

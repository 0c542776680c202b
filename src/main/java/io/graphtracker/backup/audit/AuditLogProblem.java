package io.graphtracker.backup.audit;

import java.util.Locale;

/** Why the record of operations cannot be read or written. */
public enum AuditLogProblem {
    /** A folder, a pipe or something else is in its place. */
    NOT_A_FILE,
    /** What is there is no database, or a damaged one. */
    DAMAGED,
    /** It has another form, which a newer version may have given it. */
    NEWER,
    /** Another program keeps it to itself. */
    LOCKED,
    /** It may not be read, or its folder may not be. */
    UNREADABLE,
    /** It may be read but not written. */
    READ_ONLY,
    /** There is no room for another line. */
    FULL,
    /** To read it takes longer than it may. */
    SLOW,
    /** Something else; the log has it. */
    OTHER;

    /** The code in keys of texts, for example {@code read-only}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

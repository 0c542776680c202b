package io.graphtracker.backup.restore;

import java.util.Locale;

/** Why a restore kept the database it replaced as files, and not in a safety backup. The names are stored. */
public enum FormerDatabaseReason {
    /** It could not be backed up. */
    DAMAGED,
    /** Its backup cannot be restored: the database has dangling references or foreign objects. */
    NOT_RESTORABLE,
    /** It was kept by an earlier version, or its note was deleted. */
    UNKNOWN;

    /** The code, for example {@code not_restorable}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

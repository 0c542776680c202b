package io.graphtracker.backup.restore;

import java.util.Locale;

/** Why a restore kept what it replaced as files, and not in a safety backup. The names are stored. */
public enum FormerDatabaseReason {
    /** It could not be backed up. */
    DAMAGED,
    /** It could, but that backup cannot be restored: the database refers to what is not there, or has parts that are not ours. */
    NOT_RESTORABLE,
    /** An earlier version kept it, or somebody took the note away. */
    UNKNOWN;

    /** The code in keys of texts, for example {@code not-restorable}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

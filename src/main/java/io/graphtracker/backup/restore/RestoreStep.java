package io.graphtracker.backup.restore;

import java.util.Locale;

/** The steps of a restore after it was confirmed, in their order. */
public enum RestoreStep {
    /** The backup is copied beside the database, and its checksum is verified once more. */
    STAGING,
    /** The copy is migrated to the current schema. */
    MIGRATING,
    /** The live database is backed up. */
    SAFETY_BACKUP,
    /** Running transactions end, new ones wait, and the files change places. */
    SWITCHING,
    /** The new live database is tried. */
    HEALTH_CHECK;

    /** The code, for example {@code safety_backup}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

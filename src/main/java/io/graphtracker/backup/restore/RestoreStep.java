package io.graphtracker.backup.restore;

import java.util.Locale;

/** The steps of a restore after it was confirmed, in their order. */
public enum RestoreStep {
    /** The backup is checked once more, wholly, and copied beside the database. */
    STAGING,
    /** The copy gets the schema of this version. */
    MIGRATING,
    /** What is in use now is backed up. */
    SAFETY_BACKUP,
    /** Running transactions end, new ones wait, and the files change places. */
    SWITCHING,
    /** What is in its place now is tried. */
    HEALTH_CHECK;

    /** The code in keys of texts, for example {@code safety_backup}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

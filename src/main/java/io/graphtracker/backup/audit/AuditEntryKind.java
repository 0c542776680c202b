package io.graphtracker.backup.audit;

import java.util.Arrays;
import java.util.Locale;

/** What was done with a backup, or attempted. The names are stored. */
public enum AuditEntryKind {
    MADE,
    /** No backup was made, because nothing had changed since one that exists. */
    UNCHANGED,
    DOWNLOADED,
    UPLOADED,
    VERIFIED,
    PROTECTED,
    UNPROTECTED,
    DELETED,
    RESTORED,
    UNDONE,
    /** The schedule was changed. */
    RESCHEDULED,
    /** The retention rule was saved or turned off. */
    RETENTION_CHANGED,
    /** All backups were verified again. */
    VERIFIED_ALL,
    /** The restore of a backup was tried. */
    DRILLED,
    /** The settings of watching were changed. */
    WATCH_CHANGED,
    /** The folder for backups was set. */
    FOLDER_SET,
    /** Recorded by a later version, and not known to this one; never written. */
    UNKNOWN;

    /** The kind with a stored name. */
    static AuditEntryKind of(String stored) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(stored))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The code, for example {@code made}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

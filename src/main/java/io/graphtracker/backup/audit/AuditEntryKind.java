package io.graphtracker.backup.audit;

import java.util.Locale;

/** What was done with a backup, or attempted. The names are stored. */
public enum AuditEntryKind {
    MADE,
    DOWNLOADED,
    UPLOADED,
    VERIFIED,
    PROTECTED,
    UNPROTECTED,
    DELETED,
    RESTORED,
    UNDONE;

    /** The code in keys of texts, for example {@code made}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.graphtracker.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The purpose of a backup. */
public enum BackupKind {
    /** Requested by a user. */
    @JsonProperty("manual")
    MANUAL,
    /** Made by the schedule. */
    @JsonProperty("scheduled")
    SCHEDULED,
    /** A safety backup: made before a restore, so that the restore can be undone. */
    @JsonProperty("before_restore")
    BEFORE_RESTORE,
    /** Uploaded by a browser. */
    @JsonProperty("uploaded")
    UPLOADED,
    /** Copied into the folder by hand, and verified there. */
    @JsonProperty("added")
    ADDED;

    /** Whether this application made it; for others, neither the origin nor the time is certain. */
    public boolean isOwn() {
        return this == MANUAL || this == SCHEDULED || this == BEFORE_RESTORE;
    }

    /** The code outside, for example {@code before_restore}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

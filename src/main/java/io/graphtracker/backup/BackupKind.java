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
    /** A safety backup: made at a start that migrates the database, so that the former version can be used again. */
    @JsonProperty("before_upgrade")
    BEFORE_UPGRADE,
    /** Uploaded by a browser. */
    @JsonProperty("uploaded")
    UPLOADED,
    /** Copied into the folder by hand, and verified there. */
    @JsonProperty("added")
    ADDED;

    /** Whether this application made it; for others, neither the origin nor the time is certain. */
    public boolean isOwn() {
        return this == MANUAL || this == SCHEDULED || isSafetyBackup();
    }

    /** Whether the way back from a change of the whole database is promised with it. */
    public boolean isSafetyBackup() {
        return this == BEFORE_RESTORE || this == BEFORE_UPGRADE;
    }

    /** The code outside, for example {@code before_restore}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

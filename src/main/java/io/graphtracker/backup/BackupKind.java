package io.graphtracker.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a backup was made for. */
public enum BackupKind {
    /** Somebody asked for it. */
    @JsonProperty("manual")
    MANUAL
}

package io.graphtracker.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a backup was made for. */
public enum BackupKind {
    /** Somebody asked for it. */
    @JsonProperty("manual")
    MANUAL,
    /** It keeps what a restore replaced, so that the restore can be undone. */
    @JsonProperty("before_restore")
    BEFORE_RESTORE,
    /** It came over a browser. */
    @JsonProperty("uploaded")
    UPLOADED,
    /** It was put into the folder by hand, and checked there. */
    @JsonProperty("added")
    ADDED;

    /** Whether this application made it; of others nobody knows for sure what they are a backup of, and when. */
    public boolean isOwn() {
        return this == MANUAL || this == BEFORE_RESTORE;
    }

    /** The code outside, for example {@code before_restore}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

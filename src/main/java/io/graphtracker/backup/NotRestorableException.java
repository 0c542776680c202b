package io.graphtracker.backup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file is undamaged, and could not be the database of this version of the application all the same. Why, is of the kinds of
 * {@link BackupProblem#BACKUP_UNUSABLE}.
 */
public final class NotRestorableException extends BackupException {

    /** Longer names are none that a person gave, and would fill a manifest. */
    private static final int LONGEST_DETAIL = 200;

    private final List<String> details;

    private NotRestorableException(String reason, @Nullable Throwable cause, List<String> details) {
        super(BackupProblem.BACKUP_UNUSABLE, reason, cause, details.toArray());
        this.details = details;
    }

    /**
     * For a reason.
     *
     * @param reason the last part of the sentence's key
     * @param details what the sentence names
     */
    static NotRestorableException of(String reason, String... details) {
        return causedBy(null, reason, details);
    }

    static NotRestorableException causedBy(@Nullable Throwable cause, String reason, String... details) {
        return new NotRestorableException(
                reason,
                cause,
                Arrays.stream(details).map(NotRestorableException::shortened).toList());
    }

    private static String shortened(String detail) {
        return detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
    }

    /** As a manifest keeps it. */
    public BackupManifest.NotRestorable at(Instant found) {
        return new BackupManifest.NotRestorable(found, kind(), details);
    }
}

package io.graphtracker.backup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file is undamaged, but could not be the database of this version of the application. The reason is a kind of
 * {@link BackupProblem#BACKUP_UNUSABLE}.
 *
 * @see "docs/decisions/2026-11-25-restorable.md"
 */
public final class NotRestorableException extends BackupException {

    /** A longer name was not chosen by a person, and would fill a manifest. */
    private static final int MAX_DETAIL_LENGTH = 200;

    private final List<String> details;

    private NotRestorableException(ProblemKind reason, @Nullable Throwable cause, List<String> details) {
        super(reason.problem(), reason.code(), cause, details.toArray());
        this.details = details;
    }

    /**
     * Creates one.
     *
     * @param reason a kind of {@link BackupProblem#BACKUP_UNUSABLE}
     * @param details what the message names
     */
    static NotRestorableException of(ProblemKind reason, String... details) {
        return causedBy(null, reason, details);
    }

    static NotRestorableException causedBy(@Nullable Throwable cause, ProblemKind reason, String... details) {
        return new NotRestorableException(
                reason,
                cause,
                Arrays.stream(details).map(NotRestorableException::shortened).toList());
    }

    private static String shortened(String detail) {
        return detail.length() > MAX_DETAIL_LENGTH ? detail.substring(0, MAX_DETAIL_LENGTH) + "…" : detail;
    }

    /** The form for a manifest. */
    public BackupManifest.NotRestorable at(Instant found) {
        return new BackupManifest.NotRestorable(found, kind(), details);
    }
}

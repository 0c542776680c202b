package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupName;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A file in the backups folder.
 *
 * @param name the file name, which identifies the entry
 * @param file absolute
 * @param at when the backup was started: according to its manifest, else its name, else the file time
 * @param manifest the manifest beside it, if there is one of this file
 * @param inFuture whether that time is in the future, because a clock was wrong then or is wrong now
 * @param protectedAsNewest whether it must not be deleted because it is the newest of the most reliable ones, see
 *     {@link BackupCatalog}
 */
public record CatalogEntry(
        String name,
        Path file,
        long sizeBytes,
        ZonedDateTime at,
        VerificationState state,
        @Nullable BackupManifest manifest,
        boolean inFuture,
        boolean protectedAsNewest) {

    /** By start time; within the same second by the number in the name, where {@code _10} follows {@code _9}. */
    static final Comparator<CatalogEntry> LATEST_FIRST = Comparator.comparing(
                    (CatalogEntry entry) -> entry.at().toInstant())
            .thenComparingInt(CatalogEntry::number)
            .thenComparing(CatalogEntry::name)
            .reversed();

    /** The same, but those dated in the future come last: a clock that was wrong once must not determine the order. */
    public static final Comparator<CatalogEntry> NEWEST_FIRST =
            Comparator.comparing(CatalogEntry::inFuture).thenComparing(LATEST_FIRST);

    /** The path for people and other programs; bytes of a name that are not text in this locale are escaped. */
    public String path() {
        return file.getParent() + File.separator + name;
    }

    private int number() {
        return BackupName.of(name).map(BackupName::number).orElse(1);
    }

    /** Whether it is known to be damaged; a file that may not be read may well be undamaged. */
    public boolean isDamaged() {
        return state instanceof VerificationState.Broken && !isUnreadable();
    }

    /** Whether it could not be read, so that nothing is known of its content. */
    public boolean isUnreadable() {
        return state instanceof VerificationState.Broken(String reason)
                && reason.equals(VerificationState.Broken.UNREADABLE);
    }

    /** Whether it is verified. */
    public boolean isProven() {
        return state instanceof VerificationState.Proven;
    }

    /** Whether it was verified after this time. */
    public boolean isProvenAfter(Instant time) {
        return state instanceof VerificationState.Proven(Instant at) && at.isAfter(time);
    }

    /**
     * Whether it was made here, of the database in use, as far as its manifest tells: uploads are from elsewhere, and a
     * safety backup holds what a restore replaced.
     */
    public boolean isOfDatabaseInUse() {
        return manifest != null && manifest.kind().isOwn() && manifest.kind() != BackupKind.BEFORE_RESTORE;
    }

    /** Whether a restore may be offered; it is checked again then. */
    public boolean isRestorable() {
        return isProven() || state instanceof VerificationState.Unchecked;
    }

    /** Whether it is a backup of this application, which can be verified, downloaded and deleted. */
    public boolean isOurs() {
        return !(state instanceof VerificationState.Foreign);
    }

    /** Whether a user protected it. */
    public boolean isProtected() {
        return manifest != null && manifest.isProtected();
    }

    CatalogEntry asProtectedNewest() {
        return new CatalogEntry(name, file, sizeBytes, at, state, manifest, inFuture, true);
    }
}

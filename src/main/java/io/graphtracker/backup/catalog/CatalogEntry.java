package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupName;
import java.io.File;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A file in the backups folder.
 *
 * @param name of the file, which names the entry
 * @param file where it is, absolute
 * @param at when the backup was begun: as its manifest says, else its name, else the time of the file
 * @param manifest what is known of it, if a manifest that fits is beside it
 * @param inFuture whether that time is still to come, so that a clock was wrong when it was made, or is now
 * @param keptAsNewest whether nobody may delete it, since it is the newest of those that can be relied on most: see
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
        boolean keptAsNewest) {

    /** By the time they were begun; those of the same second by the number in their names, where {@code _10} follows {@code _9}. */
    static final Comparator<CatalogEntry> LATEST_FIRST = Comparator.comparing(
                    (CatalogEntry entry) -> entry.at().toInstant())
            .thenComparingInt(CatalogEntry::number)
            .thenComparing(CatalogEntry::name)
            .reversed();

    /** The same, but those that are dated in the future after all others: one clock that was wrong once must not order them. */
    public static final Comparator<CatalogEntry> NEWEST_FIRST =
            Comparator.comparing(CatalogEntry::inFuture).thenComparing(LATEST_FIRST);

    /** Where it is, for people and other programs; in a name that is no text here, the bytes that are lost are shown. */
    public String path() {
        return file.getParent() + File.separator + name;
    }

    private int number() {
        return BackupName.of(name).map(BackupName::number).orElse(1);
    }

    /** Whether it is known to be damaged; a file that may not be read may well be undamaged. */
    public boolean isDamaged() {
        return state instanceof VerificationState.Broken(String reason)
                && !reason.equals(VerificationState.Broken.UNREADABLE);
    }

    /** Whether it passed all checks. */
    public boolean isProven() {
        return state instanceof VerificationState.Proven;
    }

    /** Whether it may be offered to be brought back; it is checked again then. */
    public boolean isRestorable() {
        return isProven() || state instanceof VerificationState.Unchecked;
    }

    /** Whether it is ours: to be checked, downloaded and deleted. */
    public boolean isOurs() {
        return !(state instanceof VerificationState.Foreign);
    }

    /** Whether somebody has protected it. */
    public boolean isProtected() {
        return manifest != null && manifest.isProtected();
    }

    CatalogEntry asKeptAsNewest() {
        return new CatalogEntry(name, file, sizeBytes, at, state, manifest, inFuture, true);
    }
}

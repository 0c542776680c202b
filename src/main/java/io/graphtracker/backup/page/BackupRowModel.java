package io.graphtracker.backup.page;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import io.graphtracker.backup.catalog.VerificationTexts;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.TimeAgo;
import io.graphtracker.texts.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in the backups folder as a row shows it; the row is updated only if this changed.
 *
 * @param instant its time in ISO 8601
 * @param when the same for people, to the minute; the table names the zone
 * @param ago how long ago that was
 * @param purpose its kind; null if unknown
 * @param kind the name of its kind
 * @param contents the number of items in it; empty if unknown
 * @param note what an uploaded file was before; empty for others
 * @param protectable whether it can be protected, which needs a manifest
 * @param protection what prevents its deletion
 */
record BackupRowModel(
        String name,
        String path,
        String instant,
        String when,
        String ago,
        @Nullable BackupKind purpose,
        String kind,
        String size,
        State state,
        String contents,
        String note,
        boolean restorable,
        boolean ours,
        boolean protectable,
        boolean isProtected,
        Protection protection) {

    /** What prevents the deletion of a backup. */
    enum Protection {
        NONE,
        NEWEST,
        NEWEST_UNVERIFIED,
        PROTECTED;

        private static Protection of(CatalogEntry entry) {
            if (entry.protectedAsNewest()) {
                return entry.isProven() ? NEWEST : NEWEST_UNVERIFIED;
            }
            return entry.isProtected() ? PROTECTED : NONE;
        }
    }

    /**
     * The state of the file.
     *
     * @param code {@code proven}, {@code unchecked}, {@code not_restorable}, {@code broken} or {@code foreign}
     * @param text with the time of its verification, or its day if that is another one than that of the backup
     * @param detail what is wrong; may be empty
     */
    record State(String code, String text, String detail) {

        private static State of(
                VerificationState state, CatalogEntry entry, ZoneId zone, BackupTexts backupTexts, Texts texts) {
            String detail = switch (state) {
                case VerificationState.Proven proven -> "";
                case VerificationState.Unchecked() ->
                    entry.manifest() == null ? "" : texts.get("backups.state.unchecked.changed");
                case VerificationState.Broken(String reason) -> backupTexts.unusable(reason);
                case VerificationState.Foreign(String reason) -> backupTexts.unusable(reason);
                case VerificationState.NotRestorable(String reason, List<String> details) ->
                    backupTexts.unusable(reason, details);
            };
            return new State(state.code(), text(state, entry.at().withZoneSameInstant(zone), texts), detail);
        }

        private static String text(VerificationState state, ZonedDateTime made, Texts texts) {
            String text = VerificationTexts.of(state, texts);
            if (!(state instanceof VerificationState.Proven(Instant at))) {
                return text;
            }
            ZonedDateTime verified = at.atZone(made.getZone());
            boolean sameDay = verified.toLocalDate().equals(made.toLocalDate());
            return texts.get(
                    "backups.state.proven.at", text, sameDay ? Times.timeToTheMinute(verified) : Times.day(verified));
        }
    }

    private static String note(String name, BackupManifest.@Nullable Original original, ZoneId zone, Texts texts) {
        if (original == null) {
            return "";
        }
        if (original.modifiedAt() != null) {
            return texts.get(
                    "backups.original.at",
                    original.name(),
                    Times.toTheMinute(original.modifiedAt().atZone(zone)));
        }
        return original.name().equals(name) ? "" : texts.get("backups.original", original.name());
    }

    /** @param zone of the table */
    static BackupRowModel of(CatalogEntry entry, Instant now, ZoneId zone, BackupTexts backupTexts, Texts texts) {
        BackupManifest manifest = entry.manifest();
        Instant at = entry.at().toInstant();
        return new BackupRowModel(
                entry.name(),
                entry.path(),
                at.toString(),
                Times.toTheMinute(at.atZone(zone)),
                entry.inFuture() ? texts.get("backups.future") : TimeAgo.of(at, now, texts),
                manifest == null ? null : manifest.kind(),
                manifest == null ? texts.get("backups.kind.unknown") : backupTexts.kind(manifest),
                ByteSize.format(entry.sizeBytes()),
                State.of(entry.state(), entry, zone, backupTexts, texts),
                manifest == null ? "" : backupTexts.contents(manifest),
                manifest == null ? "" : note(entry.name(), manifest.original(), zone, texts),
                entry.isRestorable(),
                entry.isOurs(),
                manifest != null && entry.isOurs(),
                entry.isProtected(),
                Protection.of(entry));
    }
}

package io.graphtracker.backup.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.PathText;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of backups.
 *
 * @param folder absolute, with forward slashes on every system
 * @param backups the newest first, those dated in the future last
 * @param total the number of all backups
 * @param offset how many of the newest were skipped
 * @param limit the most that this answer could contain
 */
public record CatalogResponse(boolean ok, String folder, List<Entry> backups, int total, long offset, int limit) {

    /**
     * One file. What is unknown is null.
     *
     * @param path absolute, with forward slashes on every system
     * @param createdAt when it was started, ISO 8601 with the server's offset
     * @param kind the code of a {@link io.graphtracker.backup.BackupKind}, for example {@code manual}
     * @param state {@code proven}, {@code unchecked}, {@code not_restorable}, {@code broken} or {@code foreign}
     * @param provenAt when it was last verified, ISO 8601 with the server's offset; null unless it is proven
     * @param reason what is wrong with it, for example {@code length}
     * @param isProtected whether a user protected it
     */
    public record Entry(
            String name,
            String path,
            @JsonProperty("size_bytes") long sizeBytes,
            @JsonProperty("created_at") String createdAt,
            @Nullable String kind,
            String state,
            @JsonProperty("proven_at") @Nullable String provenAt,
            @Nullable String reason,
            @JsonProperty("protected") boolean isProtected) {

        /** A file as it is listed. */
        public static Entry of(CatalogEntry entry) {
            BackupManifest manifest = entry.manifest();
            return new Entry(
                    entry.name(),
                    PathText.withSlashes(entry.path()),
                    entry.sizeBytes(),
                    time(entry.at()),
                    manifest == null ? null : manifest.kind().code(),
                    entry.state().code(),
                    entry.state() instanceof VerificationState.Proven(Instant at)
                            ? time(at.atZone(entry.at().getZone()))
                            : null,
                    reason(entry.state()),
                    entry.isProtected());
        }

        private static @Nullable String reason(VerificationState state) {
            return switch (state) {
                case VerificationState.Broken(String reason) -> reason;
                case VerificationState.Foreign(String reason) -> reason;
                case VerificationState.NotRestorable(String reason, List<String> details) -> reason;
                case VerificationState.Proven proven -> null;
                case VerificationState.Unchecked unchecked -> null;
            };
        }
    }

    /**
     * A part of a listing.
     *
     * @param offset how many of the newest to skip
     * @param limit the most to contain
     */
    public static CatalogResponse of(Catalog catalog, long offset, int limit) {
        return new CatalogResponse(
                true,
                PathText.withSlashes(catalog.folder()),
                catalog.entries().stream()
                        .skip(offset)
                        .limit(limit)
                        .map(Entry::of)
                        .toList(),
                catalog.entries().size(),
                offset,
                limit);
    }

    private static String time(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}

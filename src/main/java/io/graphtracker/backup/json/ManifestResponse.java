package io.graphtracker.backup.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a backup.
 *
 * @param message what is wrong with it, in the sentence of the page; null if nothing is known to be
 * @param manifest from its description; null if it has none
 */
public record ManifestResponse(
        boolean ok,
        CatalogResponse.Entry backup,
        @Nullable String message,
        @Nullable Facts manifest) {

    /**
     * The facts that its description contains, beyond those that the list has.
     *
     * @param sha256 in lower-case hexadecimal
     * @param applicationVersion of the application that made it
     * @param schemaVersion of its last migration; null if it was not made by migrations
     * @param durationMillis how long it took to make and verify it
     * @param contents the number of items of each kind
     * @param original what an uploaded file was before; null for others
     */
    public record Facts(
            String sha256,
            @JsonProperty("application_version") String applicationVersion,
            @JsonProperty("schema_version") @Nullable String schemaVersion,
            @JsonProperty("duration_ms") long durationMillis,
            Map<String, Long> contents,
            @Nullable Original original) {

        static Facts of(BackupManifest manifest) {
            BackupManifest.Original before = manifest.original();
            return new Facts(
                    manifest.sha256(),
                    manifest.applicationVersion(),
                    manifest.schemaVersion(),
                    manifest.durationMillis(),
                    manifest.contents(),
                    before == null ? null : Original.of(before));
        }
    }

    /**
     * An uploaded file where it came from.
     *
     * @param modifiedAt when it was last changed there, ISO 8601 in UTC; null if that is unknown
     */
    public record Original(
            String name,
            @JsonProperty("modified_at") @Nullable String modifiedAt) {

        static Original of(BackupManifest.Original original) {
            Instant at = original.modifiedAt();
            return new Original(original.name(), at == null ? null : at.toString());
        }
    }

    public static ManifestResponse of(CatalogEntry entry, BackupTexts texts) {
        BackupManifest manifest = entry.manifest();
        return new ManifestResponse(
                true,
                CatalogResponse.Entry.of(entry),
                message(entry.state(), texts),
                manifest == null ? null : Facts.of(manifest));
    }

    private static @Nullable String message(VerificationState state, BackupTexts texts) {
        return switch (state) {
            case VerificationState.Broken(String reason) -> texts.unusable(reason);
            case VerificationState.Foreign(String reason) -> texts.unusable(reason);
            case VerificationState.NotRestorable(String reason, List<String> details) ->
                texts.unusable(reason, details);
            case VerificationState.Proven proven -> null;
            case VerificationState.Unchecked unchecked -> null;
        };
    }
}

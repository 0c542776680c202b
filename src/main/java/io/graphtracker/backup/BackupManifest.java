package io.graphtracker.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of a backup, kept beside it as {@code NAME.sqlite.json}: the folder explains itself without the database it
 * came from, and without this application.
 *
 * @param format the version of this form
 * @param file the backup's name
 * @param kind what it was made for
 * @param createdAt when it was begun, to the second
 * @param zone the server's zone then
 * @param provenAt when its checks were passed
 * @param applicationVersion of the application that made it
 * @param schemaVersion of the last migration in it; absent if it was not made by migrations
 * @param sizeBytes its length
 * @param sha256 in lower-case hexadecimal
 * @param durationMillis from the beginning until it was proven and on the disk
 * @param contents how many things of each kind it holds, most important first
 * @param keep whether nobody may delete it; absent means no
 * @param failedCheck what a later check found wrong; absent if none did
 * @param notRestorable why it cannot be restored, although it is what was written; absent if it can
 * @param checkedFile the file as it was when it was seen to have the checksum. What is said of the content is true of no other:
 *     who copies a manifest beside other bytes proves nothing. Absent in those of earlier versions
 */
public record BackupManifest(
        int format,
        String file,
        BackupKind kind,
        Instant createdAt,
        ZoneId zone,
        Instant provenAt,
        String applicationVersion,
        @Nullable String schemaVersion,
        long sizeBytes,
        String sha256,
        @JsonProperty("duration_ms") long durationMillis,
        Map<String, Long> contents,

        @JsonProperty("protected") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Boolean keep,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FailedCheck failedCheck,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NotRestorable notRestorable,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FileStamp checkedFile) {

    /**
     * A check that a backup did not pass.
     *
     * @param reason the last part of the sentence's key, see {@link BackupTexts#unusable}
     */
    public record FailedCheck(Instant at, String reason) {}

    /**
     * Why a backup that is undamaged cannot be restored all the same: what is wrong was wrong with the database it was made of, or
     * it is of a version to come.
     *
     * @param at when that was found
     * @param reason the last part of the sentence's key, see {@link BackupTexts#unusable}
     * @param details what the sentence names, for example a view
     */
    public record NotRestorable(Instant at, String reason, List<String> details) {}

    /** What a manifest says of the file beside it. */
    public enum Standing {
        PROVEN,
        /** Undamaged, but of no use to a restore. */
        NOT_RESTORABLE,
        /** A later check found it damaged. */
        BROKEN,
        /** It is not, or may not be, the file that was checked. */
        UNCHECKED
    }

    /** The form written now. */
    public static final int FORMAT = 1;

    private static final Logger log = LoggerFactory.getLogger(BackupManifest.class);

    /** What is later has no date in some zones. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** When the backup was begun, in the zone of its server. */
    public ZonedDateTime createdAtThere() {
        return createdAt.atZone(zone);
    }

    /** What is known of a backup that was just made. */
    static BackupManifest ofNew(
            String file,
            BackupJob run,
            Instant provenAt,
            String applicationVersion,
            @Nullable String schemaVersion,
            long sizeBytes,
            SnapshotVerifier.Proven proven,
            FileStamp checkedFile) {
        NotRestorableException fault = proven.rows().fault();
        return new BackupManifest(
                FORMAT,
                file,
                run.kind(),
                run.startedAt().toInstant(),
                run.startedAt().getZone(),
                provenAt,
                applicationVersion,
                schemaVersion,
                sizeBytes,
                proven.sha256(),
                run.elapsed().toMillis(),
                proven.rows().contents(),
                null,
                null,
                fault == null ? null : fault.at(provenAt),
                checkedFile);
    }

    /** Whether nobody may delete the backup. */
    public boolean isProtected() {
        return Boolean.TRUE.equals(keep);
    }

    /** Whether nothing is known that speaks against restoring it. */
    @JsonIgnore
    public boolean isRestorable() {
        return failedCheck == null && notRestorable == null;
    }

    /** The same under another name. */
    public BackupManifest withFile(String name) {
        return with(name, provenAt, keep, failedCheck, notRestorable, checkedFile);
    }

    /** The same, protected or not. */
    public BackupManifest withProtection(boolean wanted) {
        return with(file, provenAt, wanted ? Boolean.TRUE : null, failedCheck, notRestorable, checkedFile);
    }

    /** The same after another check that it passed, and so is proven anew. */
    public BackupManifest withPassedCheck(Instant at, FileStamp seen) {
        return with(file, at, keep, null, null, seen);
    }

    /** The same after another check that it did not pass. */
    public BackupManifest withFailedCheck(FailedCheck failure) {
        return with(file, provenAt, keep, failure, null, checkedFile);
    }

    /**
     * The same after it was found that it cannot be restored, undamaged as it is.
     *
     * @param seen the file before that check
     */
    public BackupManifest withNotRestorable(NotRestorable reason, FileStamp seen) {
        return with(file, provenAt, keep, null, reason, seen);
    }

    private BackupManifest with(
            String newFile,
            Instant newProvenAt,
            @Nullable Boolean newKeep,
            @Nullable FailedCheck newFailure,
            @Nullable NotRestorable newReason,
            @Nullable FileStamp newCheckedFile) {
        return new BackupManifest(
                format,
                newFile,
                kind,
                createdAt,
                zone,
                newProvenAt,
                applicationVersion,
                schemaVersion,
                sizeBytes,
                sha256,
                durationMillis,
                contents,
                newKeep,
                newFailure,
                newReason,
                newCheckedFile);
    }

    /** Whether a file is still the one that was seen to have the checksum, as far as can be told without reading it. */
    public boolean isOf(Path backup) throws IOException {
        return checkedFile != null && checkedFile.fits(backup);
    }

    /** What can be said of a file without reading it; the one rule for all who show whether a backup is proven. */
    public Standing standing(Path backup) throws IOException {
        if (failedCheck != null) {
            return Standing.BROKEN;
        }
        if (!isOf(backup)) {
            return Standing.UNCHECKED;
        }
        return notRestorable == null ? Standing.PROVEN : Standing.NOT_RESTORABLE;
    }

    /** How long it took. */
    public Duration duration() {
        return Duration.ofMillis(durationMillis);
    }

    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    /** The manifest in a file, if there is one that can be understood. */
    public static Optional<BackupManifest> read(Path file) {
        try {
            // the JSON value null is a value, too, of which a map makes none
            return SmallFile.read(file)
                    .map(content -> JSON.readValue(content, BackupManifest.class))
                    .filter(BackupManifest::isComplete);
        } catch (IOException | JacksonException e) {
            log.debug("{} is no manifest", file, e);
            return Optional.empty();
        }
    }

    private static boolean isDate(@Nullable Instant instant) {
        return instant != null && instant.isAfter(Instant.EPOCH) && instant.isBefore(LATEST);
    }

    /** Jackson leaves out what a file leaves out. */
    @SuppressWarnings("ConstantValue")
    private boolean isComplete() {
        return format == FORMAT
                && file != null
                && kind != null
                && isDate(createdAt)
                && zone != null
                && isDate(provenAt)
                && durationMillis >= 0
                && applicationVersion != null
                && sha256 != null
                && SHA_256.matcher(sha256).matches()
                && contents != null
                && !contents.containsValue(null)
                && (failedCheck == null || (isDate(failedCheck.at()) && failedCheck.reason() != null))
                && (notRestorable == null
                        || (isDate(notRestorable.at())
                                && notRestorable.reason() != null
                                && notRestorable.details() != null
                                && notRestorable.details().stream().noneMatch(Objects::isNull)))
                && (checkedFile == null || checkedFile.modifiedAt() != null);
    }
}

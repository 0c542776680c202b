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
 * The metadata of a backup, in a file {@code NAME.sqlite.json} beside it: the folder explains itself, without the
 * original database and without this application.
 *
 * @param format the version of this format
 * @param file the backup's name
 * @param kind its purpose
 * @param createdAt when it was started, to the second
 * @param zone the server's zone at that time
 * @param provenAt when it was last verified
 * @param applicationVersion of the application that made it
 * @param schemaVersion of its last migration; absent if migrations did not create it
 * @param sizeBytes the length of the file
 * @param sha256 in lower-case hexadecimal
 * @param durationMillis from the request until it was verified and on the disk
 * @param contents the number of things of each kind, most important first
 * @param protection whether it must not be deleted; absent means false
 * @param failedCheck what a later verification found wrong; absent if nothing
 * @param notRestorable why it cannot be restored, although it is undamaged; absent if it can
 * @param original what an uploaded file was before; absent for others
 * @param checkedFile identifies the file that had the checksum. The manifest says nothing about another file: copying
 *     it beside other bytes does not make them verified. Absent in manifests of earlier versions
 * @see "docs/decisions/2026-11-25-what-a-manifest-proves.md"
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
        Boolean protection,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FailedCheck failedCheck,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NotRestorable notRestorable,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Original original,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FileStamp checkedFile) {

    /**
     * What an uploaded file was where it came from.
     *
     * @param modifiedAt when it was last changed there; absent if the browser did not tell
     */
    public record Original(
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant modifiedAt) {}

    /**
     * A verification that a backup did not pass.
     *
     * @param reason the code of a {@link ProblemKind}, which only a later version may know
     */
    public record FailedCheck(Instant at, String reason) {}

    /**
     * Why an undamaged backup cannot be restored: the original database had the same fault, or a newer schema.
     *
     * @param at when that was found
     * @param reason the code of a {@link ProblemKind}, which only a later version may know
     * @param details what the message names, for example a view
     */
    public record NotRestorable(Instant at, String reason, List<String> details) {}

    /** The state of a backup according to its manifest. */
    public enum Status {
        /** Verified, and restorable. */
        PROVEN,
        /** Undamaged, but it cannot be restored. */
        NOT_RESTORABLE,
        /** A later verification found it damaged. */
        BROKEN,
        /** It is not, or may not be, the file that was verified. */
        UNCHECKED
    }

    /** The format written now. */
    public static final int FORMAT = 1;

    private static final Logger log = LoggerFactory.getLogger(BackupManifest.class);

    /** Later instants have no date in some zones. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** When the backup was started, in the zone of its server. */
    public ZonedDateTime createdAtInZone() {
        return createdAt.atZone(zone);
    }

    /** The manifest of a new backup. */
    static BackupManifest ofNew(
            String file,
            BackupJob job,
            Instant provenAt,
            String applicationVersion,
            @Nullable String schemaVersion,
            long sizeBytes,
            SnapshotVerifier.Verified verified,
            FileStamp checkedFile) {
        NotRestorableException fault = verified.contents().fault();
        return new BackupManifest(
                FORMAT,
                file,
                job.kind(),
                job.startedAt().toInstant(),
                job.startedAt().getZone(),
                provenAt,
                applicationVersion,
                schemaVersion,
                sizeBytes,
                verified.sha256(),
                job.elapsed().toMillis(),
                verified.contents().counts(),
                null,
                null,
                fault == null ? null : fault.at(provenAt),
                null,
                checkedFile);
    }

    /** Whether the backup must not be deleted. */
    public boolean isProtected() {
        return Boolean.TRUE.equals(protection);
    }

    /** Whether no reason is known why it could not be restored. */
    @JsonIgnore
    public boolean isRestorable() {
        return failedCheck == null && notRestorable == null;
    }

    /** A copy with another name. */
    public BackupManifest withFile(String name) {
        return with(name, provenAt, protection, failedCheck, notRestorable, checkedFile);
    }

    /** A copy, protected or not. */
    public BackupManifest withProtection(boolean wanted) {
        return with(file, provenAt, wanted ? Boolean.TRUE : null, failedCheck, notRestorable, checkedFile);
    }

    /** A copy after a verification that it passed. */
    public BackupManifest withPassedCheck(Instant at, FileStamp seen) {
        return with(file, at, protection, null, null, seen);
    }

    /** A copy after a verification that it did not pass. */
    public BackupManifest withFailedCheck(FailedCheck failure) {
        return with(file, provenAt, protection, failure, null, checkedFile);
    }

    /**
     * A copy after a verification that found it undamaged, but not restorable.
     *
     * @param seen the file before the verification
     */
    public BackupManifest withNotRestorable(NotRestorable reason, FileStamp seen) {
        return with(file, provenAt, protection, null, reason, seen);
    }

    private BackupManifest with(
            String newFile,
            Instant newProvenAt,
            @Nullable Boolean newProtection,
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
                newProtection,
                newFailure,
                newReason,
                original,
                newCheckedFile);
    }

    /** Whether a file is still the one that had the checksum, as far as can be determined without reading it. */
    public boolean isOf(Path backup) throws IOException {
        return checkedFile != null && checkedFile.matches(backup);
    }

    /** The state of a backup, determined without reading it; the only rule for that. */
    public Status status(Path backup) throws IOException {
        if (failedCheck != null) {
            return Status.BROKEN;
        }
        if (!isOf(backup)) {
            return Status.UNCHECKED;
        }
        return notRestorable == null ? Status.PROVEN : Status.NOT_RESTORABLE;
    }

    /** How long the backup took. */
    public Duration duration() {
        return Duration.ofMillis(durationMillis);
    }

    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    /** Reads a manifest; empty if there is none, or one that cannot be understood. */
    public static Optional<BackupManifest> read(Path file) {
        try {
            // map() turns the JSON value null into empty
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

    /** Jackson sets what is missing in the file to null. */
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
                && (original == null || original.name() != null)
                && (checkedFile == null || checkedFile.modifiedAt() != null);
    }
}

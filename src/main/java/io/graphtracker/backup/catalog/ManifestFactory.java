package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.FileStamp;
import io.graphtracker.backup.NotRestorableException;
import io.graphtracker.backup.ProblemKind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the manifests of backups that came without one, or were verified again. */
@Component
class ManifestFactory {

    private static final String UNKNOWN_VERSION = "unknown";

    private static final Instant EARLIEST = Instant.ofEpochSecond(1);

    private final Clock clock;

    ManifestFactory(Clock clock) {
        this.clock = clock;
    }

    /** The manifest of an entry. */
    BackupManifest of(CatalogEntry entry) {
        BackupManifest manifest = entry.manifest();
        if (manifest == null) {
            throw BackupException.of(ProblemKind.UNCHECKED);
        }
        return manifest;
    }

    /**
     * The manifest of an entry that just passed verification.
     *
     * @param seen the stamp of the file before the check
     */
    BackupManifest proven(CatalogEntry entry, BackupVerifier.Passed passed, FileStamp seen, Instant at) {
        BackupManifest manifest = entry.manifest();
        return manifest == null
                ? ofUnknown(
                        entry.name(),
                        BackupKind.ADDED,
                        entry.at().toInstant(),
                        entry.sizeBytes(),
                        passed,
                        null,
                        seen,
                        at)
                : manifest.withPassedCheck(at, seen);
    }

    /** The manifest of a backup that just failed verification. */
    static BackupManifest failed(BackupManifest manifest, BackupException reason, FileStamp seen, Instant at) {
        return reason instanceof NotRestorableException fault
                ? manifest.withNotRestorable(fault.at(at), seen)
                : manifest.withFailedCheck(new BackupManifest.FailedCheck(at, reason.kind()));
    }

    /**
     * Limits times that come from file names: a future time would make a backup the newest for years, and a manifest
     * cannot store one before the epoch.
     */
    private static Instant plausible(Instant createdAt, Instant now) {
        if (createdAt.isAfter(now)) {
            return now.truncatedTo(ChronoUnit.SECONDS);
        }
        return createdAt.isAfter(EARLIEST) ? createdAt.truncatedTo(ChronoUnit.SECONDS) : EARLIEST;
    }

    /** The first manifest of a file, which just passed verification. */
    BackupManifest ofUnknown(
            String name,
            BackupKind kind,
            Instant createdAt,
            long sizeBytes,
            BackupVerifier.Passed passed,
            BackupManifest.@Nullable Original original,
            FileStamp seen,
            Instant provenAt) {
        return new BackupManifest(
                BackupManifest.FORMAT,
                name,
                kind,
                plausible(createdAt, provenAt),
                clock.getZone(),
                provenAt,
                UNKNOWN_VERSION,
                passed.fingerprint().schemaVersion(),
                sizeBytes,
                passed.sha256(),
                0,
                passed.contents(),
                null,
                null,
                null,
                original,
                seen);
    }
}

package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupFolder;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.FileStamp;
import io.graphtracker.backup.FolderLock;
import io.graphtracker.backup.LeftBehindException;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.environment.PathValue;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Receives backups that a browser uploads. They stream into a hidden file of the backups folder, and are verified
 * before they get a name there.
 */
@Service
public class UploadService {

    /** The largest upload: it must not fill an unattended disk. */
    public static final long LARGEST_BYTES = 4_000_000_000L;

    private static final Logger log = LoggerFactory.getLogger(UploadService.class);
    private static final int BUFFER_BYTES = 128 * 1024;

    /** How often the space is checked again: others write meanwhile, and not every upload announces its length. */
    private static final long BETWEEN_LOOKS_BYTES = 16L * 1024 * 1024;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final int MOST_TRIES = 120;

    private final BackupsDirectory settings;
    private final VolumeSpace space;
    private final UploadSpaceCheck spaceCheck;
    private final BackupVerifier check;
    private final ManifestFactory manifests;
    private final AuditedWork work;
    private final Clock clock;
    private final long largestBytes;
    private final IntPredicate waits;

    @Autowired
    UploadService(
            BackupsDirectory settings,
            VolumeSpace space,
            UploadSpaceCheck spaceCheck,
            BackupVerifier check,
            ManifestFactory manifests,
            AuditedWork work,
            Clock clock) {
        this(settings, space, spaceCheck, check, manifests, work, clock, LARGEST_BYTES, UploadService::waitForBackup);
    }

    /**
     * With other limits.
     *
     * @param waits for a running backup, see {@link BackupFolder#lock(ZonedDateTime, IntPredicate)}
     */
    UploadService(
            BackupsDirectory settings,
            VolumeSpace space,
            UploadSpaceCheck spaceCheck,
            BackupVerifier check,
            ManifestFactory manifests,
            AuditedWork work,
            Clock clock,
            long largestBytes,
            IntPredicate waits) {
        this.settings = settings;
        this.space = space;
        this.spaceCheck = spaceCheck;
        this.check = check;
        this.manifests = manifests;
        this.work = work;
        this.clock = clock;
        this.largestBytes = largestBytes;
        this.waits = waits;
    }

    /** Half a minute at most: an upload of minutes must not be lost because of a backup that takes seconds. */
    private static boolean waitForBackup(int tries) {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        return tries < MOST_TRIES && !Thread.currentThread().isInterrupted();
    }

    /** Of an original name that is kept as a note; in characters. */
    private static final int LONGEST_NAME = 255;

    /**
     * What a client tells of a file.
     *
     * @param name its original name
     * @param announcedBytes its announced length; negative if unknown
     * @param modifiedAt when it was last changed; null if unknown
     */
    public record Sent(
            String name, long announcedBytes, @Nullable Instant modifiedAt) {

        private BackupManifest.Original original() {
            String shown = PathValue.visible(name);
            return new BackupManifest.Original(
                    shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown, modifiedAt);
        }
    }

    /**
     * Receives a file, verifies it, and publishes it in the backups folder.
     *
     * @param name its original name; if that is the name of a backup, it tells when the backup was made, and is used
     *     again if it is free
     * @param announcedBytes its announced length; negative if unknown
     * @throws BackupException if it is not accepted: {@code upload_too_large}, {@code upload_incomplete},
     *     {@code backup_unusable}, {@code not_enough_space}, or what is wrong with the folder
     */
    public String upload(InputStream content, String name, long announcedBytes, String user) {
        return upload(content, new Sent(name, announcedBytes, null), user, VerificationJob.unwatched());
    }

    /**
     * The same with progress and cancellation of the check.
     *
     * @throws BackupException {@code backup_cancelled} also if it was cancelled
     */
    public String upload(InputStream content, Sent sent, String user, VerificationJob job) {
        long announcedBytes = sent.announcedBytes();
        return work.run(
                AuditEntryKind.UPLOADED,
                sent.name(),
                user,
                () -> {
                    BackupFolder folder = BackupFolder.prepare(settings.folder());
                    if (announcedBytes > largestBytes) {
                        throw tooLarge();
                    }
                    try {
                        spaceCheck.require(folder.path(), Math.max(announcedBytes, 0));
                        folder.requireDeletable();
                        return upload(content, folder, sent, job);
                    } catch (IOException e) {
                        throw folder.explained(e, space).orElseThrow(() -> e);
                    }
                },
                kept -> kept);
    }

    private String upload(InputStream content, BackupFolder folder, Sent sent, VerificationJob job) throws IOException {
        Path part = UploadParts.create(folder.path());
        try {
            receive(content, folder.path(), part, sent.announcedBytes());
            FileStamp seen = FileStamp.of(part);
            BackupVerifier.Passed passed = check(part, job);
            return publish(folder, part, sent, passed, seen);
        } catch (IOException | RuntimeException | Error e) {
            delete(part, e);
            throw e;
        }
    }

    /**
     * The reason of the refusal matters more than the file left behind, which a later start deletes; both are reported.
     */
    private static void delete(Path part, Throwable reason) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            log.warn("{} could not be deleted", part, e);
            reason.addSuppressed(new LeftBehindException(part, e));
        }
    }

    /** Tells of a cancelled check that nothing of the upload was kept; the usual hint is that nothing was changed. */
    private BackupVerifier.Passed check(Path part, VerificationJob job) throws IOException {
        try {
            return check.check(part, null, job);
        } catch (BackupException e) {
            throw e.is(ProblemKind.CHECK_CANCELLED) ? BackupException.causedBy(e, ProblemKind.UPLOAD_CANCELLED) : e;
        }
    }

    private void receive(InputStream content, Path folder, Path part, long announcedBytes) throws IOException {
        try (OutputStream file = Channels.newOutputStream(PrivateFiles.open(part, StandardOpenOption.WRITE))) {
            receive(content, file, folder, announcedBytes);
        } catch (IOException e) {
            // others may have filled the disk meanwhile
            spaceCheck.require(folder, 0);
            throw e;
        }
    }

    private void receive(InputStream content, OutputStream file, Path folder, long announcedBytes) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long received = 0;
        long nextLook = BETWEEN_LOOKS_BYTES;
        for (int read = read(content, buffer); read >= 0; read = read(content, buffer)) {
            received += read;
            if (received > largestBytes) {
                throw tooLarge();
            }
            if (announcedBytes >= 0 && received > announcedBytes) {
                throw new BackupException(BackupProblem.UPLOAD_INCOMPLETE);
            }
            if (received >= nextLook) {
                nextLook = received + BETWEEN_LOOKS_BYTES;
                spaceCheck.require(folder, Math.max(announcedBytes - received, 0));
            }
            file.write(buffer, 0, read);
        }
        if (received < announcedBytes) {
            throw new BackupException(BackupProblem.UPLOAD_INCOMPLETE);
        }
    }

    private BackupException tooLarge() {
        return new BackupException(BackupProblem.UPLOAD_TOO_LARGE, largestBytes);
    }

    /** A failure to read is a failure of the connection. */
    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw BackupException.causedBy(e, BackupProblem.UPLOAD_INCOMPLETE);
        }
    }

    private String publish(BackupFolder folder, Path part, Sent sent, BackupVerifier.Passed passed, FileStamp seen)
            throws IOException {
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        BackupName wanted = BackupName.of(sent.name()).orElseGet(() -> BackupName.first(now));
        Instant createdAt = wanted.time().atZone(clock.getZone()).toInstant();
        long sizeBytes = Files.size(part);
        try (FolderLock lock = folder.lock(now, waits)) {
            Path published = folder.publish(
                    part,
                    wanted,
                    passed.sha256(),
                    free -> manifests.ofUnknown(
                            free,
                            BackupKind.UPLOADED,
                            createdAt,
                            sizeBytes,
                            passed,
                            sent.original(),
                            seen,
                            Instant.now(clock)));
            log.info("Backup {} uploaded: {} bytes", published, sizeBytes);
            return published.getFileName().toString();
        }
    }
}

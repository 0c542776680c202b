package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupFolder;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.FileStamp;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Verifies, protects, deletes and downloads backups, and records it in the audit log. Blocking disk access: never call
 * it on a page's thread.
 */
@Service
public class CatalogService {

    private static final Logger log = LoggerFactory.getLogger(CatalogService.class);

    private final BackupCatalog catalog;
    private final BackupVerifier check;
    private final ManifestFactory manifests;
    private final AuditedWork work;
    private final VolumeSpace space;
    private final Clock clock;

    /** Serializes changes to manifests, so that none is lost. */
    private final ReentrantLock changes = new ReentrantLock();

    CatalogService(
            BackupCatalog catalog,
            BackupVerifier check,
            ManifestFactory manifests,
            AuditedWork work,
            VolumeSpace space,
            Clock clock) {
        this.catalog = catalog;
        this.check = check;
        this.manifests = manifests;
        this.work = work;
        this.space = space;
        this.clock = clock;
    }

    /**
     * Lists the folder; not recorded.
     *
     * @throws BackupException if the settings do not name a folder, or it cannot be read
     */
    public Catalog list() {
        return work.runUnrecorded(catalog::list);
    }

    /**
     * Finds one backup; not recorded.
     *
     * @throws BackupException {@code backup_not_found}, also for files that are not backups of this application
     */
    public CatalogEntry find(String name) {
        return work.runUnrecorded(() -> requireOurs(name));
    }

    /**
     * Verifies a backup completely, and writes the result to its manifest. A backup without one gets one if it passes.
     *
     * @return whether the result could be written; in a read-only folder it cannot, although the check was passed
     * @throws BackupException {@code backup_unusable} if it failed; {@code backup_not_found}
     */
    public boolean verify(String name, String user) {
        return verify(name, user, VerificationJob.unwatched());
    }

    /**
     * The same with progress and cancellation.
     *
     * @return whether the result could be written
     * @throws BackupException {@code backup_cancelled} also if it was cancelled
     */
    public boolean verify(String name, String user, VerificationJob job) {
        boolean noted = work.run(AuditEntryKind.VERIFIED, name, user, () -> verifyNow(name, job));
        work.publish(new BackupVerified(name));
        return noted;
    }

    /**
     * The same for one of many backups that are verified again: only a failure is recorded in the audit log.
     *
     * @return whether the result could be written
     * @throws BackupException as {@link #verify}
     */
    public boolean verifyAgain(String name, String user, VerificationJob job) {
        return work.runRecordingFailures(AuditEntryKind.VERIFIED, name, user, () -> verifyNow(name, job));
    }

    private boolean verifyNow(String name, VerificationJob job) throws IOException {
        CatalogEntry entry = requireOurs(name);
        // before the check: a file changed meanwhile is not the one that passed
        FileStamp seen = stampOf(entry);
        BackupVerifier.Passed passed;
        try {
            passed = check.check(entry.file(), entry.manifest(), job);
        } catch (BackupException e) {
            noteFailure(entry, e, seen);
            throw e;
        }
        return notePassed(entry, passed, seen);
    }

    private static FileStamp stampOf(CatalogEntry entry) throws IOException {
        try {
            return FileStamp.of(entry.file());
        } catch (NoSuchFileException e) {
            throw BackupException.causedBy(e, BackupProblem.BACKUP_NOT_FOUND, entry.name());
        }
    }

    private boolean notePassed(CatalogEntry entry, BackupVerifier.Passed passed, FileStamp seen) {
        try {
            change(entry, current -> manifests.proven(current, passed, seen, Instant.now(clock)));
            return true;
        } catch (IOException e) {
            log.warn("That {} passed its check could not be noted", entry.file(), e);
            return false;
        }
    }

    /**
     * Verifies a backup completely before something else is done with it. Not recorded in the audit log, but a failure
     * is written to its manifest.
     *
     * @throws BackupException {@code backup_unusable} if it failed; {@code backup_cancelled} if it was cancelled
     */
    public BackupVerifier.Passed check(CatalogEntry entry, VerificationJob job) throws IOException {
        FileStamp seen = stampOf(entry);
        try {
            return check.check(entry.file(), entry.manifest(), job);
        } catch (BackupException e) {
            noteFailure(entry, e, seen);
            work.publishChange();
            throw e;
        }
    }

    /** A backup without a manifest gets none: it stays "not yet verified", and the reason is reported and recorded. */
    private void noteFailure(CatalogEntry entry, BackupException reason, FileStamp seen) {
        if (reason.problem() == BackupProblem.BACKUP_UNUSABLE
                // which says nothing about its content
                && !reason.is(ProblemKind.UNREADABLE)
                && entry.manifest() != null) {
            try {
                Instant now = Instant.now(clock);
                change(entry, current -> ManifestFactory.failed(manifests.of(current), reason, seen, now));
            } catch (IOException | BackupException e) {
                // the failure itself matters more than the manifest
                log.warn("What is wrong with {} could not be noted", entry.file(), e);
            }
        }
    }

    /**
     * Protects a backup from deletion, or removes the protection.
     *
     * @throws BackupException {@code backup_unusable} if it was never verified; {@code backup_not_found}
     */
    public void setProtected(String name, boolean wanted, String user) {
        work.run(wanted ? AuditEntryKind.PROTECTED : AuditEntryKind.UNPROTECTED, name, user, () -> {
            CatalogEntry entry = requireOurs(name);
            try {
                change(entry, current -> manifests.of(current).withProtection(wanted));
            } catch (IOException e) {
                throw explained(entry, e);
            }
            return name;
        });
    }

    /**
     * Deletes a backup with its checksum and manifest.
     *
     * @throws BackupException {@code backup_kept} if it is protected, the newest, or not a backup of this application;
     *     {@code backup_not_found}
     */
    public void delete(String name, String user) {
        delete(name, user, "", () -> {
            // from the whole list: one entry alone does not tell that it is the newest
            CatalogEntry entry = catalog.list().entries().stream()
                    .filter(listed -> listed.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BackupException(BackupProblem.BACKUP_NOT_FOUND, name));
            requireDeletable(entry);
            return entry;
        });
    }

    /**
     * Deletes a verified backup that is older than another verified one, which shows without the whole list that it is
     * not the newest: so thousands can be deleted.
     *
     * @param newer the name of a backup made here that stays
     * @param why a sentence for the audit log
     * @throws BackupException {@code backup_kept} if that is not so, or it is protected; {@code backup_unusable} if it is
     *     not verified any more; {@code backup_not_found}
     */
    public void deleteOlder(String name, String newer, String user, String why) {
        delete(name, user, why, () -> {
            CatalogEntry entry = catalog.find(name);
            requireDeletable(entry);
            if (!entry.isProven()) {
                throw BackupException.of(ProblemKind.UNCHECKED);
            }
            if (entry.inFuture() || !isNewer(newer, entry)) {
                throw BackupException.of(ProblemKind.KEPT_NEWEST, name);
            }
            return entry;
        });
    }

    private boolean isNewer(String newer, CatalogEntry entry) throws IOException {
        return catalog.findIfThere(newer)
                .filter(found -> found.isProven() && BackupCatalog.isOwn(found))
                .filter(found -> CatalogEntry.NEWEST_FIRST.compare(found, entry) < 0)
                .isPresent();
    }

    /** @param checked finds the backup, and checks that it may be deleted */
    private void delete(String name, String user, String why, AuditedWork.Work<CatalogEntry> checked) {
        AuditedWork.Work<CatalogEntry> deletion = () -> {
            changes.lock();
            try {
                CatalogEntry entry = checked.run();
                delete(entry);
                return entry;
            } finally {
                changes.unlock();
            }
        };
        work.run(AuditEntryKind.DELETED, name, user, why, deletion, CatalogEntry::name);
    }

    private void delete(CatalogEntry entry) throws IOException {
        try {
            BackupFolder.deleteBackup(entry.file());
        } catch (NoSuchFileException e) {
            throw BackupException.causedBy(e, BackupProblem.BACKUP_NOT_FOUND, entry.name());
        } catch (IOException e) {
            throw explained(entry, e);
        }
    }

    /** Why the folder refused a change, if the system tells. */
    private BackupException explained(CatalogEntry entry, IOException e) throws IOException {
        Path folder = entry.file().getParent();
        if (folder == null) {
            throw e;
        }
        return BackupFolder.prepare(folder).explained(e, space).orElseThrow(() -> e);
    }

    private static void requireDeletable(CatalogEntry entry) {
        if (!entry.isOurs()) {
            throw BackupException.of(ProblemKind.KEPT_FOREIGN, entry.name());
        }
        if (entry.protectedAsNewest()) {
            throw entry.isProven()
                    ? BackupException.of(ProblemKind.KEPT_NEWEST, entry.name())
                    : BackupException.of(ProblemKind.KEPT_NEWEST_UNVERIFIED, entry.name());
        }
        if (entry.isProtected()) {
            throw BackupException.of(ProblemKind.KEPT_PROTECTED, entry.name());
        }
    }

    /**
     * Finds a backup for a download, and records the download.
     *
     * @throws BackupException {@code backup_not_found}, also for files that are not backups of this application;
     *     {@code backup_unusable} if it is not readable
     */
    public CatalogEntry download(String name, String user) {
        return work.run(AuditEntryKind.DOWNLOADED, name, user, () -> {
            CatalogEntry entry = requireOurs(name);
            if (!Files.isReadable(entry.file())) {
                throw BackupException.of(ProblemKind.UNREADABLE);
            }
            return entry;
        });
    }

    private CatalogEntry requireOurs(String name) throws IOException {
        CatalogEntry entry = catalog.find(name);
        if (!entry.isOurs()) {
            throw new BackupException(BackupProblem.BACKUP_NOT_FOUND, name);
        }
        return entry;
    }

    /** Makes a new manifest from the current one, not from the one read before a check that took minutes. */
    @FunctionalInterface
    private interface Change {
        BackupManifest of(CatalogEntry current);
    }

    private void change(CatalogEntry entry, Change change) throws IOException {
        changes.lock();
        try {
            CatalogEntry current = catalog.find(entry.name());
            Path file = EntryReader.manifestFile(current.file());
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(file + " is in the way");
            }
            // not named like the parts of a backup, which the next backup deletes
            PrivateFiles.replace(
                    file, change.of(current).toJson(), file.resolveSibling("." + file.getFileName() + ".new"));
        } finally {
            changes.unlock();
        }
    }
}

package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupFolder;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupName;
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
 * What can be done with the backups in the folder; each is recorded. All of it reads or writes the disk: not for a page's
 * thread.
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

    /** So that of two changes to one manifest neither is lost. */
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
     * What the folder holds, for those who only look: it is not recorded.
     *
     * @throws BackupException if the settings name no folder, or it cannot be read
     */
    public Catalog list() {
        return work.look(catalog::list);
    }

    /**
     * One of them, for those who only look: it is not recorded.
     *
     * @throws BackupException {@code backup_not_found}, also for what is not ours
     */
    public CatalogEntry find(String name) {
        return work.look(() -> requireOurs(name));
    }

    /**
     * Checks a backup wholly, and keeps in its manifest what came of it; one without a manifest gets one if it passes.
     *
     * @return whether it could be kept; in a folder that is read-only it cannot, and the check was passed all the same
     * @throws BackupException {@code backup_unusable} if it did not pass; {@code backup_not_found}
     */
    public boolean verify(String name, String by) {
        return verify(name, by, VerificationJob.unwatched());
    }

    /**
     * The same for those who want to know how far it is, or may not wait for its end.
     *
     * @return whether it could be kept
     * @throws BackupException {@code backup_cancelled} also if it was stopped
     */
    public boolean verify(String name, String by, VerificationJob run) {
        return work.run(AuditEntryKind.VERIFIED, name, by, () -> {
            CatalogEntry entry = requireOurs(name);
            // before the check: a file that is changed meanwhile is not the one that passed
            FileStamp seen = stampOf(entry);
            BackupVerifier.Passed passed;
            try {
                passed = check.check(entry.file(), entry.manifest(), run);
            } catch (BackupException e) {
                noteFailure(entry, e, seen);
                throw e;
            }
            return notePassed(entry, passed, seen);
        });
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
     * Checks a backup wholly for those who need to know before they go on. It is not recorded, but if it did not pass, its
     * manifest says so from then on: nobody is to rely on it any more.
     *
     * @throws BackupException {@code backup_unusable} if it did not pass; {@code backup_cancelled} if it was stopped
     */
    public BackupVerifier.Passed check(CatalogEntry entry, VerificationJob run) throws IOException {
        FileStamp seen = stampOf(entry);
        try {
            return check.check(entry.file(), entry.manifest(), run);
        } catch (BackupException e) {
            noteFailure(entry, e, seen);
            work.publishChange();
            throw e;
        }
    }

    /** What has no manifest keeps having none: it stays "not yet checked", and the reason is told and recorded. */
    private void noteFailure(CatalogEntry entry, BackupException reason, FileStamp seen) {
        if (reason.problem() == BackupProblem.BACKUP_UNUSABLE
                // which says nothing of the file itself
                && !reason.is(ProblemKind.UNREADABLE)
                && entry.manifest() != null) {
            try {
                Instant now = Instant.now(clock);
                change(entry, current -> ManifestFactory.failed(manifests.of(current), reason, seen, now));
            } catch (IOException | BackupException e) {
                // that it failed matters more than that it could not be written down
                log.warn("What is wrong with {} could not be noted", entry.file(), e);
            }
        }
    }

    /**
     * Protects a backup from being deleted, or no longer.
     *
     * @throws BackupException {@code backup_unusable} if it was never checked; {@code backup_not_found}
     */
    public void setProtected(String name, boolean wanted, String by) {
        work.run(wanted ? AuditEntryKind.PROTECTED : AuditEntryKind.UNPROTECTED, name, by, () -> {
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
     * Deletes a backup and what belongs to it.
     *
     * @throws BackupException {@code backup_kept} if it is protected, the newest, or not ours;
     *     {@code backup_not_found}
     */
    public void delete(String name, String by) {
        work.run(AuditEntryKind.DELETED, name, by, () -> {
            changes.lock();
            try {
                // among all of them: one alone does not tell that it is the newest
                CatalogEntry entry = catalog.list().entries().stream()
                        .filter(listed -> listed.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new BackupException(BackupProblem.BACKUP_NOT_FOUND, name));
                requireDeletable(entry);
                delete(entry);
                return entry;
            } finally {
                changes.unlock();
            }
        });
    }

    private void delete(CatalogEntry entry) throws IOException {
        try {
            // the backup first: without it, what is left of the others is not taken for one
            Files.delete(entry.file());
            Files.deleteIfExists(EntryReader.manifestFile(entry.file()));
            Files.deleteIfExists(entry.file().resolveSibling(BackupName.checksumOf(entry.name())));
            forceFolderOf(entry);
        } catch (NoSuchFileException e) {
            throw BackupException.causedBy(e, BackupProblem.BACKUP_NOT_FOUND, entry.name());
        } catch (IOException e) {
            throw explained(entry, e);
        }
    }

    /** Why the folder did not take a change, if the system tells. */
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
        if (entry.keptAsNewest()) {
            throw entry.isProven()
                    ? BackupException.of(ProblemKind.KEPT_NEWEST, entry.name())
                    : BackupException.of(ProblemKind.KEPT_NEWEST_UNVERIFIED, entry.name());
        }
        if (entry.isProtected()) {
            throw BackupException.of(ProblemKind.KEPT_PROTECTED, entry.name());
        }
    }

    /**
     * A backup that is about to be downloaded.
     *
     * @throws BackupException {@code backup_not_found}, also for what is not ours; {@code backup_unusable} if it may not be read
     */
    public CatalogEntry download(String name, String by) {
        return work.run(AuditEntryKind.DOWNLOADED, name, by, () -> {
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

    /** Makes a new manifest from what is there now, not from what was there when somebody began to read gigabytes. */
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
            // not as the parts of a backup are called, which the next backup clears away, be it this moment
            PrivateFiles.replace(
                    file, change.of(current).toJson(), file.resolveSibling("." + file.getFileName() + ".new"));
        } finally {
            changes.unlock();
        }
    }

    private static void forceFolderOf(CatalogEntry entry) {
        Path folder = entry.file().getParent();
        if (folder != null) {
            PrivateFiles.forceFolder(folder);
        }
    }
}

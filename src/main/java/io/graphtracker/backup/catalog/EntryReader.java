package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.FileCheck;
import io.graphtracker.backup.FutureDate;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Classifies a file in the backups folder by its name, its header, and the manifest beside it.
 *
 * @see "docs/decisions/2026-11-25-what-a-manifest-proves.md"
 */
@Component
class EntryReader {

    private static final Logger log = LoggerFactory.getLogger(EntryReader.class);

    /** Usual names of SQLite files. Other files in the folder, hidden ones too, are not listed. */
    private static final Pattern LISTED = Pattern.compile("[^.].*\\.(?:sqlite|sqlite3|db)", Pattern.DOTALL);

    private final DatabaseUrl database;
    private final AuditLog auditLog;
    private final Clock clock;

    EntryReader(DatabaseUrl database, AuditLog auditLog, Clock clock) {
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * Whether a file is listed at all. The live database and the audit log are not, should they be in the same folder.
     */
    boolean isListed(Path file) {
        return LISTED.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                        .matches()
                && !isInUse(file);
    }

    /** Whether it is the live database or the audit log. */
    boolean isInUse(Path file) {
        return database instanceof DatabaseUrl.Sqlite(Path live) && isSame(file, live) || isSame(file, auditLog.file());
    }

    /**
     * Also under another name. Neither file is opened: closing a handle on a database in use would drop SQLite's locks.
     */
    private static boolean isSame(Path file, Path inUse) {
        try {
            return Files.isSameFile(file, inUse);
        } catch (IOException e) {
            // one of them does not exist
            return false;
        }
    }

    /** Reads the entry of a file; empty if it vanished meanwhile. */
    Optional<CatalogEntry> read(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!FileName.isText(file)) {
                return Optional.of(
                        entry(file, attributes, null, new VerificationState.Foreign(ProblemKind.NAME.code())));
            }
            BackupManifest manifest = manifest(file).orElse(null);
            return Optional.of(entry(file, attributes, manifest, state(file, manifest, attributes)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            log.warn("{} cannot be looked at", file, e);
            return Optional.empty();
        }
    }

    private CatalogEntry entry(
            Path file, BasicFileAttributes attributes, @Nullable BackupManifest manifest, VerificationState state) {
        ZonedDateTime at = at(file, manifest, attributes);
        return new CatalogEntry(
                FileName.shown(file),
                file,
                attributes.size(),
                at,
                state,
                manifest,
                isFuture(at.toInstant(), manifest),
                false);
    }

    /** A manifest of another file is ignored. */
    private static Optional<BackupManifest> manifest(Path file) {
        return BackupManifest.read(manifestFile(file))
                .filter(manifest -> manifest.file().equals(file.getFileName().toString()));
    }

    static Path manifestFile(Path file) {
        return file.resolveSibling(BackupName.manifestOf(file.getFileName().toString()));
    }

    private ZonedDateTime at(Path file, @Nullable BackupManifest manifest, BasicFileAttributes attributes) {
        if (manifest != null) {
            return manifest.createdAt().atZone(clock.getZone());
        }
        return BackupName.of(file.getFileName().toString())
                .map(name -> name.time().atZone(clock.getZone()))
                .orElseGet(() -> attributes
                        .lastModifiedTime()
                        .toInstant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(clock.getZone()));
    }

    private boolean isFuture(Instant at, @Nullable BackupManifest manifest) {
        Instant now = Instant.now(clock);
        return manifest == null ? FutureDate.isLocal(at, now) : FutureDate.isInstant(at, now);
    }

    private static VerificationState state(Path file, @Nullable BackupManifest manifest, BasicFileAttributes attributes)
            throws IOException {
        if (!attributes.isRegularFile()) {
            return new VerificationState.Foreign(ProblemKind.NOT_A_FILE.code());
        }
        ProblemKind problem;
        try {
            problem = problem(file, manifest, attributes.size());
        } catch (IOException e) {
            log.debug("{} cannot be read", file, e);
            problem = ProblemKind.UNREADABLE;
        }
        if (problem != null) {
            boolean ours = manifest != null
                    || BackupName.of(file.getFileName().toString()).isPresent();
            return ours || problem == ProblemKind.LENGTH
                    ? new VerificationState.Broken(problem.code())
                    : new VerificationState.Foreign(problem.code());
        }
        if (manifest == null) {
            return new VerificationState.Unchecked();
        }
        return switch (manifest.status(file)) {
            case PROVEN -> new VerificationState.Proven(manifest.provenAt());
            case UNCHECKED -> new VerificationState.Unchecked();
            case BROKEN ->
                new VerificationState.Broken(
                        Objects.requireNonNull(manifest.failedCheck()).reason());
            case NOT_RESTORABLE -> {
                BackupManifest.NotRestorable fault = Objects.requireNonNull(manifest.notRestorable());
                yield new VerificationState.NotRestorable(fault.reason(), fault.details());
            }
        };
    }

    private static @Nullable ProblemKind problem(Path file, @Nullable BackupManifest manifest, long size)
            throws IOException {
        boolean otherLength = manifest != null && manifest.sizeBytes() != size;
        return FileCheck.faultOf(file).orElse(otherLength ? ProblemKind.LENGTH : null);
    }
}

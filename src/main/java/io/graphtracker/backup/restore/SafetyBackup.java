package io.graphtracker.backup.restore;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.database.sqlite.ChangeDetector;
import io.graphtracker.database.sqlite.SqliteErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preserves what a restore replaces: in a safety backup with every change up to the switch, or, if no restorable backup
 * can be made, as files.
 *
 * @see "docs/decisions/2026-11-24-safety-backup-twice.md"
 * @see "docs/decisions/2026-11-25-former-databases.md"
 */
final class SafetyBackup implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SafetyBackup.class);

    /** Kinds of a failed backup that are due to the database, and not to the disk it is copied to. */
    private static final Set<ProblemKind> DAMAGE =
            Set.of(ProblemKind.SOURCE_DAMAGED, ProblemKind.SOURCE_EMPTY, ProblemKind.SOURCE_SCHEMA);

    private final BackupService backups;
    private final CatalogService catalog;
    private final Predicate<Backup> restorable;
    private final Predicate<Path> undamaged;
    private final Predicate<Path> readable;
    private final Path database;
    private final String user;
    private @Nullable ChangeDetector watch;

    /** The last one, also if it cannot be restored: it stays in the list for an expert. */
    private @Nullable Backup backup;

    /** Why the files are kept; absent if there is a restorable backup. */
    private @Nullable FormerDatabaseReason reasonToKeep;

    private boolean usable;

    /**
     * @param restorable whether a backup can be restored
     * @param undamaged whether SQLite finds a live database undamaged
     * @param readable whether all of a live database can be read
     */
    SafetyBackup(
            BackupService backups,
            CatalogService catalog,
            Predicate<Backup> restorable,
            Predicate<Path> undamaged,
            Predicate<Path> readable,
            Path database,
            String user) {
        this.backups = backups;
        this.catalog = catalog;
        this.restorable = restorable;
        this.undamaged = undamaged;
        this.readable = readable;
        this.database = database;
        this.user = user;
    }

    /**
     * Makes the safety backup, while users keep working.
     *
     * @throws BackupException if it can be backed up, but not now
     */
    void backUp() throws SQLException {
        try {
            // before the copy: writes during the copy are detected, too
            watch = ChangeDetector.open(database);
            attempt();
        } catch (SQLException e) {
            if (SqliteErrors.isLocked(e)) {
                throw BackupException.causedBy(e, BackupProblem.DATABASE_LOCKED, database);
            }
            if (Files.exists(database) && !SqliteErrors.isDamage(e)) {
                throw e;
            }
            log.warn("The database cannot be opened, so it is kept as it is", e);
            reasonToKeep = FormerDatabaseReason.DAMAGED;
        }
        usable = reasonToKeep != null && readable.test(database);
    }

    private void attempt() {
        try {
            backup = backups.backUp(BackupKind.BEFORE_RESTORE, user);
            reasonToKeep = restorable.test(backup) ? null : FormerDatabaseReason.NOT_RESTORABLE;
        } catch (BackupException e) {
            if (!isBeyondBackup(e)) {
                throw e;
            }
            log.warn("The database cannot be backed up, so it is kept as it is", e);
            reasonToKeep = FormerDatabaseReason.DAMAGED;
        }
    }

    /** Whether another attempt would fail as well; then a restore is the remedy. */
    private boolean isBeyondBackup(BackupException reason) {
        return switch (reason.problem()) {
            case DATABASE_MISSING -> true;
            case VERIFICATION_FAILED -> DAMAGE.stream().anyMatch(reason::is) || !undamaged.test(database);
            case UNEXPECTED -> reason.getCause() instanceof SQLException e && SqliteErrors.isOfTheDatabase(e);
            default -> false;
        };
    }

    /**
     * Makes another safety backup if the database was changed since; to be called when it can no longer be changed.
     * Files that are kept contain the changes anyway.
     */
    void catchUp() throws SQLException {
        Backup first = backup;
        boolean changed = reasonToKeep == null && watch != null && watch.isChanged();
        close();
        if (changed && first != null) {
            log.info("The database was changed since {}, so it is backed up once more", first.file());
            attempt();
            usable = reasonToKeep != null && readable.test(database);
            if (reasonToKeep == null) {
                deleteQuietly(first);
            }
        }
    }

    private void deleteQuietly(Backup outdated) {
        try {
            catalog.delete(outdated.file().getFileName().toString(), user);
        } catch (BackupException e) {
            log.warn("{} could not be deleted", outdated.file(), e);
        }
    }

    /** The name of the safety backup, if there is a restorable one. */
    @Nullable
    String safetyBackup() {
        return backup == null || reasonToKeep != null
                ? null
                : backup.file().getFileName().toString();
    }

    /** Why it is kept as files; absent if there is a safety backup. */
    @Nullable
    FormerDatabaseReason reasonToKeep() {
        return reasonToKeep;
    }

    /** Whether a database that is kept as files can be opened and read. */
    boolean isUsable() {
        return usable;
    }

    /** Whether SQLite can open the database, so that another program could have it open, too. */
    boolean isOpenable() {
        return reasonToKeep != FormerDatabaseReason.DAMAGED || usable;
    }

    @Override
    public void close() throws SQLException {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}

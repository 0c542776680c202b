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
 * Keeps what a restore replaces: a safety backup with every change up to the switch, or, of a database of which no backup can be
 * made that could be restored, the files as they are.
 */
final class SafetyBackup implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SafetyBackup.class);

    /** Kinds of a failed backup that say something of the database, and not of the disk it was to be copied to. */
    private static final Set<ProblemKind> DAMAGE =
            Set.of(ProblemKind.SOURCE_DAMAGED, ProblemKind.SOURCE_EMPTY, ProblemKind.SOURCE_SCHEMA);

    private final BackupService backups;
    private final CatalogService catalog;
    private final Predicate<Backup> restorable;
    private final Predicate<Path> undamaged;
    private final Predicate<Path> readable;
    private final Path database;
    private final String by;
    private @Nullable ChangeDetector watch;

    /** The last one, be it one that cannot be restored; that is kept too, for who knows what to do with it. */
    private @Nullable Backup backup;

    /** Why the files are kept; absent if the backup will do. */
    private @Nullable KeptReason kept;

    private boolean usable;

    /**
     * @param restorable whether a backup can be restored
     * @param undamaged whether SQLite finds a database in use in order
     * @param readable whether all of a database in use can be read
     */
    SafetyBackup(
            BackupService backups,
            CatalogService catalog,
            Predicate<Backup> restorable,
            Predicate<Path> undamaged,
            Predicate<Path> readable,
            Path database,
            String by) {
        this.backups = backups;
        this.catalog = catalog;
        this.restorable = restorable;
        this.undamaged = undamaged;
        this.readable = readable;
        this.database = database;
        this.by = by;
    }

    /**
     * Backs it up while everybody goes on working.
     *
     * @throws BackupException if it could be backed up, but not now
     */
    void backUp() throws SQLException {
        try {
            // before the copy: what is written while it is made is noticed, too
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
            kept = KeptReason.DAMAGED;
        }
        usable = kept != null && readable.test(database);
    }

    private void attempt() {
        try {
            backup = backups.backUp(BackupKind.BEFORE_RESTORE, by);
            kept = restorable.test(backup) ? null : KeptReason.NOT_RESTORABLE;
        } catch (BackupException e) {
            if (!isBeyondBackup(e)) {
                throw e;
            }
            log.warn("The database cannot be backed up, so it is kept as it is", e);
            kept = KeptReason.DAMAGED;
        }
    }

    /** Whether no other attempt would mend it; that is what a restore is for. */
    private boolean isBeyondBackup(BackupException reason) {
        return switch (reason.problem()) {
            case DATABASE_MISSING -> true;
            case VERIFICATION_FAILED -> DAMAGE.stream().anyMatch(reason::is) || !undamaged.test(database);
            case UNEXPECTED -> reason.getCause() instanceof SQLException e && SqliteErrors.isOfTheDatabase(e);
            default -> false;
        };
    }

    /**
     * Backs it up once more if it was changed since; to be called when nobody can change it any more. Files that are kept have
     * the changes anyway.
     */
    void catchUp() throws SQLException {
        Backup first = backup;
        boolean changed = kept == null && first != null && watch != null && watch.isChanged();
        close();
        if (changed) {
            log.info("The database was changed since {}, so it is backed up once more", first.file());
            attempt();
            usable = kept != null && readable.test(database);
            if (kept == null) {
                deleteQuietly(first);
            }
        }
    }

    private void deleteQuietly(Backup outdated) {
        try {
            catalog.delete(outdated.file().getFileName().toString(), by);
        } catch (BackupException e) {
            log.warn("{} could not be deleted", outdated.file(), e);
        }
    }

    /** The name of the backup that holds it, if one does that can be restored. */
    @Nullable
    String safetyBackup() {
        return backup == null || kept != null
                ? null
                : backup.file().getFileName().toString();
    }

    /** Why it is kept as files; absent if there is a safety backup. */
    @Nullable
    KeptReason kept() {
        return kept;
    }

    /** Of what is kept as files: whether it can be opened and read. */
    boolean isUsable() {
        return usable;
    }

    /** Whether SQLite can open it, so that another program could have it open, too. */
    boolean isOpenable() {
        return kept != KeptReason.DAMAGED || usable;
    }

    @Override
    public void close() throws SQLException {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}

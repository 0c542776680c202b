package io.graphtracker.backup.restore;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.SourceDatabase;
import io.graphtracker.backup.SqliteFiles;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.catalog.FileCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a restore replaces: a safety backup with every change up to the switch, or, of a database too damaged for one, the
 * files as they are.
 */
final class FormerState implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FormerState.class);

    /** Kinds of a failed backup that say something of the database, and not of the disk it was to be copied to. */
    private static final Set<String> DAMAGE = Set.of("source-damaged", "source-empty", "source-schema");

    private final BackupService backups;
    private final CatalogService catalog;
    private final Path database;
    private final String by;
    private @Nullable LiveWatch watch;
    private @Nullable Backup backup;

    FormerState(BackupService backups, CatalogService catalog, Path database, String by) {
        this.backups = backups;
        this.catalog = catalog;
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
            watch = LiveWatch.open(database);
            backup = backups.backUp(BackupKind.BEFORE_RESTORE, by);
        } catch (SQLException e) {
            if (SourceDatabase.isLocked(e)) {
                throw BackupException.causedBy(e, BackupProblem.DATABASE_LOCKED, database);
            }
            if (Files.exists(database) && !SourceDatabase.isDamage(e)) {
                throw e;
            }
            log.warn("The database cannot be opened, so it is kept as it is", e);
        } catch (BackupException e) {
            if (!isBeyondBackup(e)) {
                throw e;
            }
            log.warn("The database cannot be backed up, so it is kept as it is", e);
        }
    }

    /** Whether no other attempt would mend it; that is what a restore is for. */
    private boolean isBeyondBackup(BackupException reason) {
        return switch (reason.problem()) {
            case DATABASE_MISSING -> true;
            case VERIFICATION_FAILED -> DAMAGE.contains(reason.kind()) || !isSound();
            default -> false;
        };
    }

    private boolean isSound() {
        try (Connection connection = SqliteFiles.open(database)) {
            FileCheck.requireSound(connection);
            return true;
        } catch (SQLException | BackupException e) {
            log.debug("The database is not sound", e);
            return false;
        }
    }

    /** Backs it up once more if it was changed since; to be called when nobody can change it any more. */
    void catchUp() throws SQLException {
        Backup first = backup;
        boolean changed = first != null && watch != null && watch.isChanged();
        close();
        if (changed) {
            log.info("The database was changed since {}, so it is backed up once more", first.file());
            backup = backups.backUp(BackupKind.BEFORE_RESTORE, by);
            deleteQuietly(first);
        }
    }

    private void deleteQuietly(Backup outdated) {
        try {
            catalog.delete(outdated.file().getFileName().toString(), by);
        } catch (BackupException e) {
            log.warn("{} could not be deleted", outdated.file(), e);
        }
    }

    /** The name of the backup that holds it, if there is one. */
    @Nullable
    String safetyBackup() {
        return backup == null ? null : backup.file().getFileName().toString();
    }

    @Override
    public void close() throws SQLException {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}

package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The copy that is to take the database's place, be it of a backup or of a former database that was kept as files. */
@Component
class Candidate {

    private static final Logger log = LoggerFactory.getLogger(Candidate.class);

    private final StagedCopy ofBackup;
    private final KeptCopy ofFiles;
    private final DatabaseHealth health;

    Candidate(StagedCopy ofBackup, KeptCopy ofFiles, DatabaseHealth health) {
        this.ofBackup = ofBackup;
        this.ofFiles = ofFiles;
        this.health = health;
    }

    /**
     * Makes it.
     *
     * @throws BackupException {@code restore_refused} if it is not any more what the person has seen, {@code not_enough_space}
     */
    void copy(RestorePreview confirmed, DatabaseFiles files) throws IOException {
        switch (confirmed.source()) {
            case RestoreSource.OfBackup backup -> ofBackup.copy(confirmed, files);
            case RestoreSource.OfFiles(KeptDatabase kept) -> {
                if (!ofFiles.copy(kept, files).equals(confirmed.sha256())) {
                    throw BackupException.ofKind(BackupProblem.RESTORE_REFUSED, "changed", null);
                }
            }
        }
    }

    /**
     * Brings it to the schema of this version, and makes sure that it can be used.
     *
     * @throws BackupException if it cannot
     */
    void prepare(RestorePreview confirmed, DatabaseFiles files) throws IOException {
        switch (confirmed.source()) {
            case RestoreSource.OfBackup backup -> ofBackup.migrate(files);
            case RestoreSource.OfFiles(KeptDatabase kept) -> ofFiles.prepare(kept, files);
        }
    }

    /**
     * Makes sure that it works in the database's place.
     *
     * @throws SQLException if it does not
     */
    void requireWorking(RestoreOrder order, Path database) throws SQLException {
        if (order.isOfFiles()) {
            ofFiles.requireOpening(database);
        } else {
            health.requireWorking(database);
        }
    }

    /**
     * Whether it works there, after a crash: nobody may have tried it yet.
     *
     * @param files whether it was made of a former database that was kept as files
     */
    boolean works(boolean files, Path database) {
        if (!files) {
            return health.works(database);
        }
        try {
            ofFiles.requireOpening(database);
            return ofFiles.isReadable(database);
        } catch (SQLException e) {
            log.warn("{} cannot be used", database, e);
            return false;
        }
    }

    /** Deletes what is there of it, as long as no switch has begun. */
    void discard(DatabaseFiles files) throws IOException {
        ofBackup.discard(files);
    }
}

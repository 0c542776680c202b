package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.RestorabilityCheck;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationLimits;
import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteApplicationId;
import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks whether a file can be the database of this version of the application. */
@Component
class DatabaseHealth {

    private static final Logger log = LoggerFactory.getLogger(DatabaseHealth.class);

    /** How long to wait for another program to close the database. */
    private static final int ALONE_TIMEOUT_MILLIS = 1_000;

    private final RestorabilityCheck restorability;
    private final VerificationLimits limits;

    DatabaseHealth(RestorabilityCheck restorability, VerificationLimits limits) {
        this.restorability = restorability;
        this.limits = limits;
    }

    /**
     * Requires that a copy can be migrated: its schema is one of ours.
     *
     * @param job asked whether to go on, with a time limit that begins now
     * @throws BackupException {@code backup_unusable} otherwise
     */
    void requireRestorable(Path copy, VerificationJob job) throws IOException {
        limit(job, copy);
        try (Connection connection = SqliteFiles.openUntrusted(copy, job)) {
            restorability.requireSchema(connection);
        } catch (SQLException e) {
            job.throwIfCancelled();
            throw new IOException("The copy of the backup cannot be read", e);
        }
    }

    /** A check without a user who waits, limited by the size of the file. */
    VerificationJob limited(Path file) {
        VerificationJob job = VerificationJob.unwatched();
        limit(job, file);
        return job;
    }

    private void limit(VerificationJob job, Path file) {
        job.limitTo(limits.of(size(file)));
    }

    /** A missing file fails when it is opened. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Requires that a migrated copy is undamaged and restorable. It must not be in use.
     *
     * @param job asked whether to go on, with a time limit that begins now
     * @throws BackupException {@code backup_unusable} otherwise
     */
    void requireUsable(Path file, VerificationJob job) throws IOException {
        limit(job, file);
        try {
            try (Connection connection = SqliteFiles.open(file, job)) {
                // in one file: it is moved without side files
                leaveWal(connection);
            }
            try (Connection connection = SqliteFiles.openUntrusted(file, job)) {
                restorability.requireContents(connection, restorability.requireSchema(connection));
            }
        } catch (SQLException e) {
            job.throwIfCancelled();
            throw new IOException("The copy of the backup cannot be checked", e);
        }
    }

    /**
     * Requires that the new live database can be opened as the application does, read and written. All users wait
     * meanwhile, so what {@link #requireUsable} checked of the same bytes is not checked again.
     *
     * @throws SQLException if it cannot
     */
    void requireWorking(Path database) throws SQLException {
        try (Connection connection = SqliteFiles.open(database, limited(database))) {
            restorability.requireSchema(connection);
            requireWritable(connection);
        }
    }

    /**
     * The same for a former database, of whose schema only the application id is required.
     *
     * @throws SQLException if it cannot
     */
    void requireOpening(Path database) throws SQLException {
        try (Connection connection = SqliteFiles.open(database, limited(database))) {
            requireOurs(connection);
            requireWritable(connection);
        }
    }

    static void requireOurs(Connection connection) throws SQLException {
        SchemaFingerprint identity = SchemaFingerprint.read(connection);
        if (identity.applicationId() != SqliteApplicationId.VALUE
                || identity.history().isEmpty()) {
            throw new SQLException("It is not a database of ours: " + identity);
        }
    }

    private static void requireWritable(Connection connection) throws SQLException {
        if (!inMode(connection, "WAL").equals("wal")) {
            throw new SQLException("It cannot be used in WAL mode");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            // of a database that may only be read, SQLite makes that a transaction which reads, and is content
            statement.execute("PRAGMA user_version = 1");
            statement.execute("ROLLBACK");
        }
    }

    /** Whether a new live database that may not have been tried yet can be used and is undamaged. */
    boolean works(Path database) {
        return works(database, job -> {
            requireWorking(database);
            try (Connection connection = SqliteFiles.open(database, job)) {
                restorability.requireContents(connection, restorability.requireSchema(connection));
            }
        });
    }

    /** A check of a database. */
    @FunctionalInterface
    interface Trial {
        void run(VerificationJob job) throws SQLException;
    }

    /**
     * Whether a database passes a check. A check that ran out of time counts as passed, so that no slow disk rolls a
     * restore back: the same bytes passed the complete check before the switch.
     */
    boolean works(Path database, Trial trial) {
        VerificationJob job = limited(database);
        try {
            trial.run(job);
            return true;
        } catch (SQLException | BackupException e) {
            if (job.isCancelled()) {
                log.warn("The check of {} took too long and was given up; it is used as it is", database);
                return true;
            }
            log.warn("{} cannot be used", database, e);
            return false;
        }
    }

    /** Whether SQLite finds all pages of a database undamaged; if it ran out of time, they are not known to be. */
    boolean isUndamaged(Path database) {
        try (Connection connection = SqliteFiles.open(database, limited(database))) {
            RestorabilityCheck.requireUndamaged(connection);
            return true;
        } catch (SQLException | BackupException e) {
            log.debug("{} is damaged", database, e);
            return false;
        }
    }

    /**
     * Requires that no other program has the database open, which would keep writing to the former file, and leaves it
     * in one file: SQLite leaves WAL mode only for the sole connection.
     *
     * @throws BackupException {@code restore_refused} if another program has it open
     * @see <a href="https://www.sqlite.org/pragma.html#pragma_journal_mode">PRAGMA journal_mode</a>
     */
    void requireAlone(Path database) throws SQLException {
        try (Connection connection = SqliteFiles.open(database);
                Statement statement = connection.createStatement()) {
            // all users wait at the gate meanwhile
            statement.execute("PRAGMA busy_timeout = " + ALONE_TIMEOUT_MILLIS);
            leaveWal(connection);
        } catch (SQLException e) {
            if (SqliteErrors.isLocked(e)) {
                throw BackupException.causedBy(e, ProblemKind.RESTORE_OTHER_PROGRAM, database);
            }
            throw e;
        }
    }

    /** Checkpoints the log, so that one file contains everything. */
    static void leaveWal(Connection connection) throws SQLException {
        inMode(connection, "DELETE");
    }

    private static String inMode(Connection connection, String mode) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA journal_mode = " + mode)) {
            return result.getString(1);
        }
    }
}

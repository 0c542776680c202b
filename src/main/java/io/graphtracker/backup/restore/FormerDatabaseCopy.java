package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.ReadableTables;
import io.graphtracker.backup.RestorabilityCheck;
import io.graphtracker.backup.Sha256;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.database.sqlite.SqliteSideFile;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes, beside the live database, one file of the files of a former database: SQLite recovers the log as after a
 * crash. The original files stay unchanged. The copy is only required to be readable as the application reads it, for
 * it was in use like that; it may contain dangling references and foreign objects.
 *
 * @see "docs/decisions/2026-11-25-former-databases.md"
 */
@Component
class FormerDatabaseCopy {

    private static final Logger log = LoggerFactory.getLogger(FormerDatabaseCopy.class);

    /** The suffixes of files with data; the index of a log is rebuilt from it. */
    private static final List<String> SUFFIXES = Stream.concat(
                    Stream.of(""),
                    Arrays.stream(SqliteSideFile.values())
                            .filter(SqliteSideFile::containsData)
                            .map(SqliteSideFile::suffix))
            .toList();

    private final SchemaMigrations migrations;
    private final StagedCopy staging;
    private final ReadableTables tables;

    FormerDatabaseCopy(SchemaMigrations migrations, StagedCopy staging, ReadableTables tables) {
        this.migrations = migrations;
        this.staging = staging;
        this.tables = tables;
    }

    /**
     * Copies them.
     *
     * @param job told how many bytes are copied, and asked whether to go on
     * @return the checksum of all of them, in lower-case hexadecimal
     * @throws BackupException {@code restore_refused} if files are missing, {@code not_enough_space}
     */
    String copy(FormerDatabase former, DatabaseFiles files, VerificationJob job) throws IOException {
        staging.discard(files);
        if (!former.missing().isEmpty()) {
            throw BackupException.of(
                    ProblemKind.FORMER_DATABASE_INCOMPLETE, former.folder(), String.join(", ", former.missing()));
        }
        staging.requireSpace(former.sizeBytes(), files.database());
        MessageDigest digest = Sha256.digest();
        job.enter(former.sizeBytes());
        long copied = 0;
        for (String suffix : SUFFIXES) {
            Path file = former.folder().resolve(former.database() + suffix);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                digest.update(suffix.getBytes(StandardCharsets.US_ASCII));
                Path copy = files.staged().resolveSibling(files.staged().getFileName() + suffix);
                copied = HashedCopy.copy(file, copy, digest, copied, job);
            }
        }
        if (!Files.exists(files.staged())) {
            throw BackupException.of(ProblemKind.FORMER_DATABASE_NOT_FOUND, former.name());
        }
        PrivateFiles.copyPermissions(files.database(), files.staged());
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Makes one file of the copy, migrates it to the current schema, and requires that it can be opened and read.
     *
     * @param job asked whether to go on
     * @throws BackupException {@code restore_refused} if it cannot; {@code backup_cancelled} if it was cancelled or ran
     *     out of time
     */
    void prepare(FormerDatabase former, DatabaseFiles files, VerificationJob job) throws IOException {
        job.enter(0);
        try {
            if (isOlder(files.staged(), job)) {
                migrations.migrate(files.staged());
            }
            try (Connection connection = SqliteFiles.open(files.staged(), job)) {
                requireReadable(connection);
                DatabaseHealth.leaveWal(connection);
            }
        } catch (SQLException | RuntimeException e) {
            job.throwIfCancelled();
            throw BackupException.causedBy(
                    e, ProblemKind.FORMER_DATABASE_UNREADABLE, former.folder(), former.database());
        }
        PrivateFiles.force(files.staged());
    }

    /**
     * Whether the copy has to be migrated; also checkpoints its log. A newer schema was in use here all the same, so
     * whether it can be read is tried later. An older one is migrated only if nothing in it could run meanwhile; a
     * migration that fails may fail for the very reason why it was kept.
     */
    private boolean isOlder(Path file, VerificationJob job) throws SQLException {
        try (Connection connection = SqliteFiles.open(file, job)) {
            DatabaseHealth.leaveWal(connection);
            long made = SchemaFingerprint.read(connection).history().stream()
                    .filter(migration -> migration.version() != null)
                    .count();
            boolean older = made < migrations.known().size();
            if (older) {
                RestorabilityCheck.requirePassive(connection);
                // a migration cannot be cancelled
                tables.readPresent(connection);
            }
            return older;
        }
    }

    /**
     * Whether everything the application needs of a database can be read; it may be in use meanwhile.
     *
     * @param job asked whether to go on; a database not read to its end is not known to be readable
     */
    boolean isReadable(Path database, VerificationJob job) {
        try {
            requireReadable(database, job);
            return true;
        } catch (SQLException e) {
            log.debug("{} cannot be read as a whole", database, e);
            return false;
        }
    }

    void requireReadable(Path database, VerificationJob job) throws SQLException {
        try (Connection connection = SqliteFiles.open(database, job)) {
            requireReadable(connection);
        }
    }

    private void requireReadable(Connection connection) throws SQLException {
        DatabaseHealth.requireOurs(connection);
        tables.requireReadable(connection);
    }
}

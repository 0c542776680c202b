package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.Sha256;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the staged copy of a backup, beside the live database or where a restore is only tried. */
@Component
class StagedCopy {

    /** Space beyond the copy, for migrations. */
    private static final long MARGIN_BYTES = 4 * 1024 * 1024;

    private final SchemaMigrations migrations;
    private final DatabaseHealth health;
    private final VolumeSpace space;

    StagedCopy(SchemaMigrations migrations, DatabaseHealth health, VolumeSpace space) {
        this.migrations = migrations;
        this.health = health;
        this.space = space;
    }

    /**
     * Copies a backup.
     *
     * @param job told how many bytes are copied, and asked whether to go on
     * @return the checksum of what was copied, in lower-case hexadecimal
     * @throws BackupException {@code backup_not_found}, {@code not_enough_space}
     */
    String copy(CatalogEntry backup, DatabaseFiles files, VerificationJob job) throws IOException {
        discard(files);
        requireSpace(backup.sizeBytes(), files.database());
        MessageDigest digest = Sha256.digest();
        job.enter(backup.sizeBytes());
        try {
            HashedCopy.copy(backup.file(), files.staged(), digest, 0, job);
        } catch (NoSuchFileException e) {
            throw BackupException.causedBy(e, BackupProblem.BACKUP_NOT_FOUND, backup.name());
        }
        PrivateFiles.copyPermissions(files.database(), files.staged());
        return HexFormat.of().formatHex(digest.digest());
    }

    void requireSpace(long sizeBytes, Path database) throws IOException {
        requireSpace(ProblemKind.SPACE_FOR_RESTORE, sizeBytes, 0, PrivateFiles.folderOf(database));
    }

    /**
     * Requires space for a copy and its migrations.
     *
     * @param leftBytes what has to stay free beside it
     * @throws BackupException of this kind if there is too little
     */
    void requireSpace(ProblemKind kind, long sizeBytes, long leftBytes, Path folder) throws IOException {
        long needed = sizeBytes + sizeBytes / 10 + MARGIN_BYTES + leftBytes;
        long usable = space.usableBytes(folder);
        if (usable < needed) {
            throw BackupException.of(kind, needed, usable, space.volume(folder));
        }
    }

    /**
     * Migrates the copy to the current schema.
     *
     * @param job asked whether to go on; the migration itself cannot be cancelled
     * @throws BackupException {@code backup_unusable} if it cannot be migrated
     * @throws IOException if the volume is the cause, which says nothing about the backup
     */
    void migrate(DatabaseFiles files, VerificationJob job) throws IOException {
        // before anything is written to it, which would run triggers
        health.requireRestorable(files.staged(), job);
        try {
            migrations.migrate(files.staged());
        } catch (RuntimeException e) {
            if (isOfVolume(e)) {
                throw new IOException("The copy of the backup cannot be written", e);
            }
            throw BackupException.causedBy(e, ProblemKind.MIGRATION);
        }
    }

    private static boolean isOfVolume(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof SQLException sql
                                && (SqliteErrors.isFull(sql) || SqliteErrors.isDiskFault(sql)));
    }

    /**
     * Requires that the migrated copy can be used.
     *
     * @param job asked whether to go on
     * @throws BackupException {@code backup_unusable} if it cannot
     */
    void check(DatabaseFiles files, VerificationJob job) throws IOException {
        health.requireUsable(files.staged(), job);
        PrivateFiles.force(files.staged());
    }

    /** Deletes the copy, as long as no switch has begun. */
    void discard(DatabaseFiles files) throws IOException {
        for (Path unfinished : files.unfinished()) {
            Files.deleteIfExists(unfinished);
        }
    }
}

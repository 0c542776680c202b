package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.Sha256;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Makes the staged copy of a backup beside the live database. */
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
     * @throws BackupException {@code restore_refused} if it changed since it was previewed, {@code not_enough_space}
     */
    void copy(RestorePreview confirmed, DatabaseFiles files) throws IOException {
        discard(files);
        requireSpace(confirmed.backup().sizeBytes(), files.database());
        String sha256;
        try {
            sha256 = copy(confirmed.backup().file(), files.staged());
        } catch (NoSuchFileException e) {
            throw BackupException.causedBy(
                    e, BackupProblem.BACKUP_NOT_FOUND, confirmed.backup().name());
        }
        if (!sha256.equals(confirmed.sha256())) {
            throw BackupException.of(ProblemKind.RESTORE_CHANGED);
        }
        PrivateFiles.copyPermissions(files.database(), files.staged());
    }

    void requireSpace(long sizeBytes, Path database) throws IOException {
        Path folder = PrivateFiles.folderOf(database);
        long needed = sizeBytes + sizeBytes / 10 + MARGIN_BYTES;
        long usable = space.usableBytes(folder);
        if (usable < needed) {
            throw BackupException.of(ProblemKind.SPACE_FOR_RESTORE, needed, usable, space.volume(folder));
        }
    }

    private static String copy(Path from, Path to) throws IOException {
        DigestInputStream source =
                new DigestInputStream(Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS), Sha256.digest());
        try (source;
                OutputStream target = Channels.newOutputStream(
                        PrivateFiles.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            source.transferTo(target);
        }
        PrivateFiles.force(to);
        return HexFormat.of().formatHex(source.getMessageDigest().digest());
    }

    /**
     * Migrates the copy to the current schema, and requires that it can be used.
     *
     * @throws BackupException {@code backup_unusable} if it cannot
     */
    void migrate(DatabaseFiles files) throws IOException {
        // before anything is written to it, which would run triggers
        health.requireRestorable(files.staged());
        try {
            migrations.migrate(files.staged());
        } catch (RuntimeException e) {
            throw BackupException.causedBy(e, ProblemKind.MIGRATION);
        }
        health.requireUsable(files.staged());
        PrivateFiles.force(files.staged());
    }

    /** Deletes the copy, as long as no switch has begun. */
    void discard(DatabaseFiles files) throws IOException {
        for (Path unfinished : files.unfinished()) {
            Files.deleteIfExists(unfinished);
        }
    }
}

package io.graphtracker.backup;

import io.graphtracker.environment.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that backups are written to, created if necessary.
 *
 * @see "docs/decisions/2026-11-23-the-folder-is-the-record.md"
 * @see "docs/decisions/2026-11-25-reasons-of-the-system.md"
 */
public final class BackupFolder {

    private static final Logger log = LoggerFactory.getLogger(BackupFolder.class);

    /** Reserve beyond the estimate, whose error was measured as 0.03 %: for the checksum, and for other programs. */
    private static final long MARGIN_BYTES = 1024 * 1024;

    private static final long SMALL_FILES_BYTES = 64 * 1024;

    /** Hidden and empty, exists for a moment. */
    private static final String PROBE = ".graph_tracker.probe";

    /**
     * Except on Windows, SQLite opens no file whose path is longer than 504 bytes, and our file names need up to 53.
     */
    private static final int MAX_PATH_BYTES = 450;

    private final Path path;

    private BackupFolder(Path path) {
        this.path = path;
    }

    /**
     * Creates the folder if it does not exist.
     *
     * @throws BackupException {@code backups_dir_unusable} if it cannot be used
     */
    public static BackupFolder prepare(Path path) {
        checkUsable(path);
        if (!Files.isDirectory(path)) {
            try {
                PrivateFiles.createFolders(path);
            } catch (IOException e) {
                throw BackupException.causedBy(e, ProblemKind.FOLDER_NOT_CREATABLE, path);
            }
        }
        return new BackupFolder(path);
    }

    /**
     * Checks a folder as far as that is possible without writing anything.
     *
     * @throws BackupException {@code backups_dir_unusable} if the path is too long, not a folder, or one that this
     *     process may not write to or create
     */
    public static void checkUsable(Path path) {
        if (isTooLong(path) || isTooLong(withoutLinks(path))) {
            throw BackupException.of(ProblemKind.FOLDER_TOO_LONG, path);
        } else if (Files.isDirectory(path)) {
            if (!Files.isWritable(path)) {
                throw BackupException.of(ProblemKind.FOLDER_NOT_WRITABLE, path);
            }
        } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw BackupException.of(ProblemKind.FOLDER_NOT_A_FOLDER, path);
        } else if (!isWritableFolder(nearestExisting(path))) {
            throw BackupException.of(ProblemKind.FOLDER_NOT_CREATABLE, path);
        }
    }

    private static boolean isTooLong(Path path) {
        return File.separatorChar == '/' && path.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES;
    }

    private static Path withoutLinks(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // does not exist yet
            return path;
        }
    }

    private static boolean isWritableFolder(@Nullable Path path) {
        return path != null && Files.isDirectory(path) && Files.isWritable(path);
    }

    private static @Nullable Path nearestExisting(Path path) {
        Path parent = path.getParent();
        while (parent != null && !Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
            parent = parent.getParent();
        }
        return parent;
    }

    /**
     * Takes the folder's lock, waiting while another backup has it.
     *
     * @param waits given the number of attempts so far, waits a little, and decides whether to try again
     * @throws BackupException like {@link #lock(ZonedDateTime)}, after the last attempt
     */
    public FolderLock lock(ZonedDateTime now, IntPredicate waits) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return lock(now);
            } catch (BackupException e) {
                if (e.problem() != BackupProblem.BACKUP_RUNNING || !waits.test(tries)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Takes the folder's lock.
     *
     * @throws BackupException {@code backup_running} if another backup has it, {@code backups_dir_unusable} if nothing
     *     can be written here
     */
    public FolderLock lock(ZonedDateTime now) throws IOException {
        try {
            return FolderLock.acquire(path, now);
        } catch (IOException e) {
            if (!Files.isWritable(path)) {
                throw notWritable(e);
            }
            Path file = path.resolve(FolderLock.FILE);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw BackupException.causedBy(e, ProblemKind.FOLDER_LOCK, path, file);
            }
            throw e;
        }
    }

    /**
     * Requires that files can be deleted here: in an append-only folder, every failed backup would leave a file as
     * large as the database.
     *
     * @throws BackupException {@code backups_dir_unusable} if they cannot
     */
    public void requireDeletable() throws IOException {
        Path probe = path.resolve(PROBE);
        PrivateFiles.createIfAbsent(probe);
        try {
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            throw BackupException.causedBy(e, ProblemKind.FOLDER_ADD_ONLY, path, probe);
        }
    }

    /**
     * Deletes what interrupted backups left behind, without opening it. Call it only with the lock, so that nobody is
     * writing these files. If a part exists but not the backup, the backup was never published, and its checksum and
     * manifest go, too.
     *
     * @throws BackupException {@code backups_dir_unusable} if the folder vanished
     */
    void deleteLeftovers() throws IOException {
        try {
            for (Path leftover : leftovers()) {
                deleteQuietly(leftover);
            }
        } catch (IOException e) {
            if (isGone()) {
                throw gone(e);
            }
            throw e;
        }
    }

    /** Whether a backup that was interrupted, or is being made, has files here. */
    boolean hasLeftovers() throws IOException {
        return !leftovers().isEmpty();
    }

    private List<Path> leftovers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                path, file -> BackupName.isLeftover(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
            return StreamSupport.stream(files.spliterator(), false).toList();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** In a folder of several users, a leftover may belong to another user; it does not prevent a backup. */
    private void deleteQuietly(Path leftover) {
        try {
            log.info("Deleting {}, left behind by an interrupted backup or deletion", leftover);
            delete(leftover, BackupName.publishedOf(leftover));
        } catch (IOException e) {
            log.warn("{}, left behind by an interrupted backup or deletion, could not be deleted", leftover, e);
        }
    }

    private static void delete(Path leftover, String published) throws IOException {
        if (!Files.exists(leftover.resolveSibling(published), LinkOption.NOFOLLOW_LINKS)) {
            boolean checksum = Files.deleteIfExists(leftover.resolveSibling(BackupName.checksumOf(published)));
            boolean manifest = Files.deleteIfExists(leftover.resolveSibling(BackupName.manifestOf(published)));
            if (checksum || manifest) {
                // if a power cut undid only these deletions, no later sweep would find what they belong to
                PrivateFiles.forceFolder(PrivateFiles.folderOf(leftover));
            }
        }
        Files.deleteIfExists(leftover);
    }

    /**
     * Deletes a published backup with its checksum and manifest. First it becomes what an interrupted backup leaves: if
     * this is interrupted, too, the next sweep completes it. A backup with a name that is not ours is deleted first, and
     * may leave the others behind, which no listing shows.
     *
     * @throws java.nio.file.NoSuchFileException if it is not there
     */
    public static void deleteBackup(Path backup) throws IOException {
        String name = backup.getFileName().toString();
        Path leftover = backup.resolveSibling("." + name + ".part");
        if (BackupName.isLeftover(leftover)) {
            Files.move(backup, leftover, StandardCopyOption.ATOMIC_MOVE);
            // a move between two links to one file does nothing, and a crash while publishing leaves two
            Files.deleteIfExists(backup);
            PrivateFiles.forceFolder(PrivateFiles.folderOf(backup));
            delete(leftover, name);
        } else {
            Files.delete(backup);
            Files.deleteIfExists(backup.resolveSibling(BackupName.manifestOf(name)));
            Files.deleteIfExists(backup.resolveSibling(BackupName.checksumOf(name)));
            PrivateFiles.forceFolder(PrivateFiles.folderOf(backup));
        }
    }

    /**
     * Requires space for a backup.
     *
     * @throws BackupException {@code not_enough_space} if there is too little
     */
    public void requireSpace(VolumeSpace space, long estimatedBytes) throws IOException {
        if (space.usableBytes(path) < needed(estimatedBytes)) {
            if (isGone()) {
                // a missing folder has no space either
                throw gone(null);
            }
            throw full(space, estimatedBytes, null);
        }
    }

    /** Whether there is not even space for the small files beside a backup. */
    boolean isFull(VolumeSpace space) throws IOException {
        return space.usableBytes(path) < SMALL_FILES_BYTES;
    }

    /** The exception for a backup that does not fit, or did not. */
    BackupException full(VolumeSpace space, long estimatedBytes, @Nullable Exception cause) throws IOException {
        long usable = space.usableBytes(path);
        long needed = needed(estimatedBytes);
        return cause != null && usable >= needed
                // free again since, or it was not the space for bytes that was missing
                ? limited(space, estimatedBytes, cause)
                : BackupException.causedBy(cause, BackupProblem.NOT_ENOUGH_SPACE, needed, usable, space.volume(path));
    }

    private static long needed(long estimatedBytes) {
        return estimatedBytes + estimatedBytes / 100 + MARGIN_BYTES;
    }

    /**
     * The exception for a write that the system cut short although there is space, for example by a file size limit.
     */
    BackupException limited(VolumeSpace space, long estimatedBytes, Exception cause) {
        return BackupException.causedBy(
                cause, ProblemKind.SPACE_WRITE_LIMIT, needed(estimatedBytes), space.volume(path));
    }

    private BackupException notWritable(Exception cause) {
        return BackupException.causedBy(cause, ProblemKind.FOLDER_NOT_WRITABLE, path);
    }

    /**
     * The exception for what the operating system refused here.
     *
     * @return empty if the fault is not the system's
     */
    public Optional<BackupException> explained(IOException e, VolumeSpace space) {
        return SystemFault.of(e).map(fault -> switch (fault.kind()) {
            case NO_ROOM -> BackupException.causedBy(e, ProblemKind.SPACE_INODES, space.volume(path));
            case QUOTA -> BackupException.causedBy(e, ProblemKind.SPACE_QUOTA, space.volume(path));
            case DENIED -> notWritable(e);
            case OPEN_FILES -> BackupException.causedBy(e, ProblemKind.OPEN_FILES);
            case OTHER -> BackupException.causedBy(e, ProblemKind.FOLDER_SYSTEM, path, fault.message());
        });
    }

    /** Whether the folder was removed, or unmounted, since it was prepared. */
    boolean isGone() {
        return !Files.isDirectory(path);
    }

    /** The exception for that. */
    BackupException gone(@Nullable Exception cause) {
        return BackupException.causedBy(cause, ProblemKind.FOLDER_VANISHED, path);
    }

    /** Reserves a free name. */
    PartFile reserve(ZonedDateTime now) throws IOException {
        return PartFile.create(path, BackupName.first(now));
    }

    /**
     * Publishes a verified file that has another name in this folder, by moving it. Call it only with the lock.
     *
     * @param name the wanted name; if it is taken, the next free one is used
     * @param manifest creates the manifest for a name
     * @return the published file
     */
    public Path publish(Path file, BackupName name, String sha256, Function<String, BackupManifest> manifest)
            throws IOException {
        try (PartFile part = PartFile.create(path, name)) {
            Files.move(file, part.path(), StandardCopyOption.ATOMIC_MOVE);
            part.force();
            return part.publish(sha256, published -> manifest.apply(published).toJson(), () -> {});
        }
    }

    public Path path() {
        return path;
    }
}

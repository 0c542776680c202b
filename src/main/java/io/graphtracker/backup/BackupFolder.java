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

/** The folder backups are written to, made if need be. */
public final class BackupFolder {

    private static final Logger log = LoggerFactory.getLogger(BackupFolder.class);

    /** Room beyond the estimate, which was measured to be off by 0.03 %: for the checksum, and for others who write. */
    private static final long MARGIN_BYTES = 1024 * 1024;

    private static final long SMALL_FILES_BYTES = 64 * 1024;

    /** Hidden, empty, and there for a moment. */
    private static final String PROBE = ".graph_tracker.probe";

    /**
     * SQLite opens no file whose path has more than 504 bytes, on other systems than Windows, and the names of our files need up
     * to 53.
     */
    private static final int LONGEST_PATH_BYTES = 450;

    private final Path path;

    private BackupFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder if it is not there.
     *
     * @throws BackupException {@code backups_dir_unusable} if it cannot be used
     */
    public static BackupFolder prepare(Path path) {
        checkUsable(path);
        if (!Files.isDirectory(path)) {
            try {
                PrivateFiles.createFolders(path);
            } catch (IOException e) {
                throw unusable("not-creatable", path, e);
            }
        }
        return new BackupFolder(path);
    }

    /**
     * Says what can be said without writing anything.
     *
     * @throws BackupException {@code backups_dir_unusable} if the path is too long, something else than a folder, or one
     *     that this process may not write to or make
     */
    public static void checkUsable(Path path) {
        if (isTooLong(path) || isTooLong(withoutLinks(path))) {
            throw unusable("too-long", path, null);
        } else if (Files.isDirectory(path)) {
            if (!Files.isWritable(path)) {
                throw unusable("not-writable", path, null);
            }
        } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw unusable("not-a-folder", path, null);
        } else if (!isFolderToWriteTo(nearestThatExists(path))) {
            throw unusable("not-creatable", path, null);
        }
    }

    private static boolean isTooLong(Path path) {
        return File.separatorChar == '/'
                && path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH_BYTES;
    }

    private static Path withoutLinks(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // not made yet
            return path;
        }
    }

    private static boolean isFolderToWriteTo(@Nullable Path path) {
        return path != null && Files.isDirectory(path) && Files.isWritable(path);
    }

    private static @Nullable Path nearestThatExists(Path path) {
        Path parent = path.getParent();
        while (parent != null && !Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
            parent = parent.getParent();
        }
        return parent;
    }

    /**
     * Takes the folder's lock, and waits for it if another backup holds it.
     *
     * @param waits given how often it was tried already, waits a little, and says whether to try again
     * @throws BackupException as {@link #lock(ZonedDateTime)} does, if it is not to be tried again
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
     * @throws BackupException {@code backup_running} if another backup holds it, {@code backups_dir_unusable} if nothing can
     *     be written here
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
                throw unusable("lock", path, e, file);
            }
            throw e;
        }
    }

    /**
     * Makes sure that what is made here can be deleted again: in a folder that can only be added to, each backup that fails would
     * stay, however large.
     *
     * @throws BackupException {@code backups_dir_unusable} if it cannot
     */
    public void requireDeletable() throws IOException {
        Path probe = path.resolve(PROBE);
        PrivateFiles.createIfAbsent(probe);
        try {
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            throw unusable("add-only", path, e, probe);
        }
    }

    /**
     * Deletes what interrupted backups left behind, without opening it. Only the holder of the lock may, so nobody is
     * writing these files. What belongs to a backup whose part is still there, but not the backup itself, was never published.
     *
     * @throws BackupException {@code backups_dir_unusable} if the folder vanished
     */
    void sweep() throws IOException {
        try {
            for (Path leftover : leftovers()) {
                sweepQuietly(leftover);
            }
        } catch (IOException e) {
            if (isGone()) {
                throw gone(e);
            }
            throw e;
        }
    }

    /** Whether an interrupted backup, or one that is being made, has files here. */
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

    /** In a folder of several users it may belong to another one, and does not stand in the way of a backup. */
    private void sweepQuietly(Path leftover) {
        try {
            sweep(leftover, BackupName.publishedOf(leftover));
        } catch (IOException e) {
            log.warn("{}, left behind by an interrupted backup, could not be deleted", leftover, e);
        }
    }

    private void sweep(Path leftover, String published) throws IOException {
        log.info("Deleting {}, left behind by an interrupted backup", leftover);
        if (!Files.exists(path.resolve(published), LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(path.resolve(BackupName.checksumOf(published)));
            Files.deleteIfExists(path.resolve(BackupName.manifestOf(published)));
        }
        Files.deleteIfExists(leftover);
    }

    /**
     * Makes sure that a backup fits.
     *
     * @throws BackupException {@code not_enough_space} if it does not
     */
    public void requireSpace(VolumeSpace space, long estimatedBytes) throws IOException {
        if (space.usableBytes(path) < needed(estimatedBytes)) {
            if (isGone()) {
                // which has no room either
                throw gone(null);
            }
            throw full(space, estimatedBytes, null);
        }
    }

    /** Whether there is not even room for the small files beside a backup. */
    boolean isFull(VolumeSpace space) throws IOException {
        return space.usableBytes(path) < SMALL_FILES_BYTES;
    }

    /** What to tell when a backup does not fit, or did not. */
    BackupException full(VolumeSpace space, long estimatedBytes, @Nullable Exception cause) throws IOException {
        long usable = space.usableBytes(path);
        long needed = needed(estimatedBytes);
        return cause != null && usable >= needed
                // free again since, or it was no room for bytes that was missing
                ? limited(space, estimatedBytes, cause)
                : BackupException.causedBy(cause, BackupProblem.NOT_ENOUGH_SPACE, needed, usable, space.volume(path));
    }

    private static long needed(long estimatedBytes) {
        return estimatedBytes + estimatedBytes / 100 + MARGIN_BYTES;
    }

    /** What to tell when the system took less than what had to be written, though there is room. */
    BackupException limited(VolumeSpace space, long estimatedBytes, Exception cause) {
        return BackupException.ofKind(
                BackupProblem.NOT_ENOUGH_SPACE, "limit", cause, needed(estimatedBytes), space.volume(path));
    }

    private BackupException notWritable(Exception cause) {
        return unusable("not-writable", path, cause);
    }

    /**
     * What to tell when the system did not let something be done here.
     *
     * @return empty if it was not the system that failed
     */
    public Optional<BackupException> explained(IOException e, VolumeSpace space) {
        return SystemFault.of(e).map(fault -> switch (fault.kind()) {
            case NO_ROOM -> BackupException.ofKind(BackupProblem.NOT_ENOUGH_SPACE, "files", e, space.volume(path));
            case QUOTA -> BackupException.ofKind(BackupProblem.NOT_ENOUGH_SPACE, "quota", e, space.volume(path));
            case DENIED -> notWritable(e);
            case OPEN_FILES -> BackupException.ofKind(BackupProblem.UNEXPECTED, "open-files", e);
            case OTHER -> BackupException.ofKind(BackupProblem.BACKUPS_DIR_UNUSABLE, "system", e, path, fault.words());
        });
    }

    /** Whether it was taken away since it was prepared. */
    boolean isGone() {
        return !Files.isDirectory(path);
    }

    /** What to tell then. */
    BackupException gone(@Nullable Exception cause) {
        return unusable("vanished", path, cause);
    }

    /** Reserves a name that is free. */
    PartFile reserve(ZonedDateTime now) throws IOException {
        return PartFile.create(path, BackupName.first(now));
    }

    /**
     * Publishes a file that passed its checks elsewhere in this folder, and takes it away from there. Only for the holder of the
     * lock.
     *
     * @param name the name it is to have; if that is taken, the next one that is free
     * @param manifest makes the manifest for a name
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

    private static BackupException unusable(String kind, Path path, @Nullable Exception cause) {
        return BackupException.ofKind(BackupProblem.BACKUPS_DIR_UNUSABLE, kind, cause, path);
    }

    private static BackupException unusable(String kind, Path path, Exception cause, Path file) {
        return BackupException.ofKind(BackupProblem.BACKUPS_DIR_UNUSABLE, kind, cause, path, file);
    }
}

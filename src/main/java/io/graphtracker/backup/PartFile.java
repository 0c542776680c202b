package io.graphtracker.backup;

import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backup in the making: a hidden file, readable by its owner only, that gets its final name when it is proven. Closing it
 * unpublished leaves nothing behind, or says what.
 */
final class PartFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PartFile.class);

    private static final List<String> SIDE_FILES = List.of("-journal", "-wal", "-shm");

    private final Path folder;
    private final HardLinks links;
    private BackupName name;
    private boolean published;

    private PartFile(Path folder, HardLinks links, BackupName name) {
        this.folder = folder;
        this.links = links;
        this.name = name;
    }

    /** Makes the file under the first free name. */
    static PartFile create(Path folder, BackupName first) throws IOException {
        return create(folder, first, Files::createLink);
    }

    static PartFile create(Path folder, BackupName first, HardLinks links) throws IOException {
        for (BackupName name = first; ; name = name.next()) {
            if (!name.isTaken(folder) && PrivateFiles.createIfAbsent(folder.resolve(name.part()))) {
                return new PartFile(folder, links, name);
            }
        }
    }

    Path path() {
        return folder.resolve(name.part());
    }

    /** Whether SQLite left a file beside it, which means that it is not complete by itself. */
    boolean hasSideFiles() {
        return SIDE_FILES.stream().anyMatch(suffix -> Files.exists(sideFile(suffix), LinkOption.NOFOLLOW_LINKS));
    }

    /** Makes sure that it is on the disk, and its name, by which the next sweep finds what belongs to it. */
    void force() throws IOException {
        PrivateFiles.force(path());
        PrivateFiles.forceFolder(folder);
    }

    /**
     * Begins to make sure that it is on the disk, all of it that is written by now, while the caller goes on. It cannot be
     * stopped, but need not be waited for by those who give the file up.
     *
     * @param executor does it; the file is open from now on until it is done
     * @return fails with an {@link UncheckedIOException} if the disk does not take it
     */
    CompletableFuture<Void> forceBeside(Executor executor) throws IOException {
        // opened here: by then the name may stand for another file
        FileChannel channel = FileChannel.open(path(), StandardOpenOption.WRITE);
        try {
            return CompletableFuture.runAsync(() -> forceAndClose(channel, folder), executor);
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void forceAndClose(FileChannel file, Path folder) {
        try (file) {
            file.force(true);
            PrivateFiles.forceFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives it its final name, with its checksum and manifest beside it, and never the name of a file that is there.
     *
     * @param manifest makes the manifest for a name
     * @param lastLook called when nothing but the name is missing; what it throws leaves the file unpublished
     * @return the published file
     */
    Path publish(String sha256, Function<String, byte[]> manifest, Runnable lastLook) throws IOException {
        while (true) {
            try {
                return publishAs(name, sha256, manifest.apply(name.file()), lastLook);
            } catch (FileAlreadyExistsException e) {
                // somebody put a file of this name here since it was reserved
                moveTo(name.next());
            }
        }
    }

    private void moveTo(BackupName next) throws IOException {
        BackupName free = next;
        while (free.isTaken(folder)) {
            free = free.next();
        }
        Files.move(path(), folder.resolve(free.part()));
        name = free;
    }

    private Path publishAs(BackupName name, String sha256, byte[] manifest, Runnable lastLook) throws IOException {
        Path published = folder.resolve(name.file());
        Path checksum = folder.resolve(name.checksum());
        writeNew(checksum, checksumLine(sha256, name));
        try {
            publishWithManifest(published, folder.resolve(name.manifest()), manifest, lastLook);
        } catch (IOException | RuntimeException e) {
            deleteQuietly(checksum);
            throw e;
        }
        this.published = true;
        PrivateFiles.forceFolder(folder);
        // only now: as long as it is there, the next sweep finds what belongs to it
        deleteQuietly(path());
        return published;
    }

    private void publishWithManifest(Path published, Path file, byte[] manifest, Runnable lastLook) throws IOException {
        writeNew(file, manifest);
        try {
            // not every file system keeps entries in the order in which they were made
            PrivateFiles.forceFolder(folder);
            lastLook.run();
            link(published);
        } catch (IOException | RuntimeException e) {
            deleteQuietly(file);
            throw e;
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} could not be deleted", file, e);
        }
    }

    /** The form that {@code sha256sum -c} reads. */
    private static byte[] checksumLine(String sha256, BackupName name) {
        return (sha256 + "  " + name.file() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a file that was not there, wholly or not at all. */
    private static void writeNew(Path file, byte[] content) throws IOException {
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            deleteQuietly(file);
            throw e;
        }
    }

    /** A hard link is made at once or not at all, and never replaces a file; a move would, on POSIX systems. */
    private void link(Path published) throws IOException {
        try {
            links.create(published, path());
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            // no hard links here (FAT, some network shares): look and move, which the folder's lock makes safe among us
            Files.move(path(), published);
        }
    }

    /**
     * Deletes what is left of it. What cannot be deleted is left to the next backup's sweep, and changes nothing of what was published.
     *
     * @throws LeftBehindException if it was not published, and cannot be deleted
     */
    @Override
    public void close() throws LeftBehindException {
        SIDE_FILES.forEach(suffix -> deleteQuietly(sideFile(suffix)));
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            log.warn("{} could not be deleted", path(), e);
            if (!published) {
                throw new LeftBehindException(path(), e);
            }
        }
    }

    /** Gives a file a second name; not every file system can. */
    interface HardLinks {
        void create(Path link, Path file) throws IOException;
    }

    private Path sideFile(String suffix) {
        return folder.resolve(name.part() + suffix);
    }
}

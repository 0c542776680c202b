package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SqliteSideFile;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An unfinished backup: a hidden file, readable only by its owner, that gets its final name once it is verified.
 * Closing it unpublished deletes it, or throws if that is impossible.
 *
 * @see "docs/decisions/2026-11-25-forced-to-disk-once.md"
 */
final class PartFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PartFile.class);

    private final Path folder;
    private final HardLinks links;
    private BackupName name;
    private boolean published;

    private PartFile(Path folder, HardLinks links, BackupName name) {
        this.folder = folder;
        this.links = links;
        this.name = name;
    }

    /** Creates the file under the first free name. */
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

    /** Whether SQLite left a file beside it, so that it is not complete in itself. */
    boolean hasSideFiles() {
        return sideFiles().anyMatch(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Forces it to the disk, and its name, by which the next sweep finds what belongs to it. */
    void force() throws IOException {
        PrivateFiles.force(path());
        PrivateFiles.forceFolder(folder);
    }

    /**
     * Forces all that is written by now to the disk, on another thread. That cannot be cancelled, but need not be
     * awaited if the file is abandoned.
     *
     * @param executor does it; the file stays open until it is done
     * @return fails with an {@link UncheckedIOException} if the disk does not accept it
     */
    CompletableFuture<Void> forceAsync(Executor executor) throws IOException {
        // opened here: later, the name may belong to another file
        FileChannel channel = FileChannel.open(path(), StandardOpenOption.WRITE);
        try {
            return CompletableFuture.runAsync(() -> forceAndClose(channel, folder), executor);
        } catch (RuntimeException | Error e) {
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
     * Gives it its final name, with checksum and manifest beside it; an existing file is never overwritten.
     *
     * @param manifest creates the manifest for a name
     * @param beforeLink called when only the name is missing; if it throws, the file stays unpublished
     * @return the published file
     */
    Path publish(String sha256, Function<String, byte[]> manifest, Runnable beforeLink) throws IOException {
        while (true) {
            try {
                return publishAs(name, sha256, manifest.apply(name.file()), beforeLink);
            } catch (FileAlreadyExistsException e) {
                // somebody created a file of this name since it was reserved
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
        PrivateFiles.forceFolder(folder);
        name = free;
    }

    private Path publishAs(BackupName name, String sha256, byte[] manifest, Runnable beforeLink) throws IOException {
        Path published = folder.resolve(name.file());
        Path checksum = folder.resolve(name.checksum());
        writeNew(checksum, checksumLine(sha256, name));
        try {
            publishWithManifest(published, folder.resolve(name.manifest()), manifest, beforeLink);
        } catch (IOException | RuntimeException e) {
            deleteQuietly(checksum);
            // before the part is deleted or moved: by its name, the next sweep finds what belongs to it
            PrivateFiles.forceFolder(folder);
            throw e;
        }
        this.published = true;
        PrivateFiles.forceFolder(folder);
        // only now: as long as it is there, the next sweep finds what belongs to it
        deleteQuietly(path());
        return published;
    }

    private void publishWithManifest(Path published, Path file, byte[] manifest, Runnable beforeLink)
            throws IOException {
        writeNew(file, manifest);
        try {
            // not every file system keeps entries in the order in which they were made
            PrivateFiles.forceFolder(folder);
            beforeLink.run();
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

    /** The format that {@code sha256sum -c} reads. */
    private static byte[] checksumLine(String sha256, BackupName name) {
        return (sha256 + "  " + name.file() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a new file and forces it to the disk; deletes it if that fails. */
    private static void writeNew(Path file, byte[] content) throws IOException {
        try {
            PrivateFiles.writeNew(file, content);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            deleteQuietly(file);
            throw e;
        }
    }

    /** Creating a hard link is atomic and never replaces a file; moving does, on POSIX systems. */
    private void link(Path published) throws IOException {
        try {
            links.create(published, path());
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            // no hard links here (FAT, some network shares): move after a check, which the folder's lock makes safe
            // among us
            Files.move(path(), published);
        }
    }

    /**
     * Deletes what is left of it. What cannot be deleted is left to the next backup, and does not affect a published
     * one.
     *
     * @throws LeftBehindException if it was not published, and cannot be deleted
     */
    @Override
    public void close() throws LeftBehindException {
        sideFiles().forEach(PartFile::deleteQuietly);
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            log.warn("{} could not be deleted", path(), e);
            if (!published) {
                throw new LeftBehindException(path(), e);
            }
        }
    }

    /** Creates a hard link; not every file system can. */
    interface HardLinks {
        void create(Path link, Path file) throws IOException;
    }

    private Stream<Path> sideFiles() {
        return Arrays.stream(SqliteSideFile.values()).map(kind -> kind.of(path()));
    }
}

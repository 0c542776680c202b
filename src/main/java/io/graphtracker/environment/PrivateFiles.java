package io.graphtracker.environment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Creates files and folders that only their owner may read, from the first byte on. Where the file system has no POSIX
 * permissions, they get the system's default.
 */
public final class PrivateFiles {

    private PrivateFiles() {}

    /**
     * The folder that contains a file.
     *
     * @param file anything but the root of a file system
     */
    public static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root is no file");
    }

    /**
     * Opens a file; if it has to be created, its mode is 0600.
     *
     * @throws FileSystemException also for a pipe, a socket or a device, since opening one may wait forever
     */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        if (isSpecial(file)) {
            throw new FileSystemException(file.toString(), null, "Not a regular file");
        }
        return FileChannel.open(file, Set.of(options), attributes(file, "rw-------"));
    }

    /** Whether a path is a pipe, a socket or a device. */
    public static boolean isSpecial(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isOther();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Creates an empty file with mode 0600.
     *
     * @return false if the path exists already
     */
    public static boolean createIfAbsent(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, "rw-------"));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /**
     * Creates or replaces a small file atomically and durably. Its owner is that of the file it replaces, otherwise
     * that of its folder, where the system allows that.
     *
     * @param unfinished a temporary name in the same folder; a file that a crash left there is replaced
     */
    public static void replace(Path file, byte[] content, Path unfinished) throws IOException {
        Files.deleteIfExists(unfinished);
        try {
            writeNew(unfinished, content);
            if (Files.exists(file)) {
                copyOwner(file, unfinished);
            } else {
                giveToOwnerOfFolder(unfinished);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteQuietly(unfinished);
            throw e;
        }
        forceParent(file);
    }

    /**
     * Creates a file with this content, and forces it to the disk.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one of this name
     */
    public static void writeNew(Path file, byte[] content) throws IOException {
        try (FileChannel channel = open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * Creates a folder and its missing parents with mode 0700; they go to the owner of the folder that contains them. If
     * that fails, the created ones are removed.
     */
    public static void createFolders(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Deque<Path> made = new ArrayDeque<>();
        try {
            for (Path missing : missing(absolute)) {
                createFolder(missing, made);
            }
        } catch (IOException e) {
            made.forEach(PrivateFiles::deleteQuietly);
            throw e;
        }
        // a power cut must not take one of them away, and with it what is in it
        (made.isEmpty() ? List.of(absolute) : made).forEach(PrivateFiles::forceParent);
    }

    private static void forceParent(Path path) {
        Path parent = path.getParent();
        if (parent != null) {
            forceFolder(parent);
        }
    }

    /** The missing ones among a folder and its parents, the outermost first. */
    private static Deque<Path> missing(Path folder) {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path path = folder; path != null && !Files.isDirectory(path); path = path.getParent()) {
            missing.push(path);
        }
        return missing;
    }

    private static void createFolder(Path folder, Deque<Path> made) throws IOException {
        try {
            Files.createDirectory(folder, attributes(folder, "rwx------"));
            made.push(folder);
            giveToOwnerOfFolder(folder);
        } catch (FileAlreadyExistsException e) {
            // created by another process meanwhile, unless it is not a folder
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // in use already, or not allowed by the system
        }
    }

    /**
     * Copies the permissions of a file to another that will replace it, and its owner and group where the system allows
     * that. If the first does not exist, the second goes to the owner of its folder. Does nothing if the file system has
     * no POSIX permissions.
     */
    public static void copyPermissions(Path from, Path to) throws IOException {
        if (!isPosix(to)) {
            return;
        }
        if (!Files.exists(from)) {
            giveToOwnerOfFolder(to);
        } else {
            // first, since on some systems changing the owner clears bits of the mode
            copyOwner(from, to);
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    /**
     * Copies the owner and the group of a file or folder to another, where the system allows that, which is usually
     * only for the superuser. Otherwise the usual user of a folder could neither read nor replace files that the
     * superuser creates in it.
     */
    public static void copyOwner(Path from, Path to) {
        PosixFileAttributeView target =
                Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (target == null) {
            return;
        }
        try {
            PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
            PosixFileAttributes present = target.readAttributes();
            // the group first: after the owner has changed, the group cannot be changed any more
            if (!wanted.group().equals(present.group())) {
                target.setGroup(wanted.group());
            }
            if (!wanted.owner().equals(present.owner())) {
                target.setOwner(wanted.owner());
            }
        } catch (IOException | UnsupportedOperationException e) {
            // usually not allowed; the owner stays the same
        }
    }

    /** Copies the owner and the group of the folder that contains it, so that its usual user keeps access. */
    public static void giveToOwnerOfFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            copyOwner(folder, file);
        }
    }

    /** Forces the content of a file to the disk (fsync). */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Forces the entries of a folder to the disk (fsync), where the file system supports it. Windows and some network
     * shares do not, which SQLite ignores, too.
     */
    public static void forceFolder(Path folder) {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                // not supported; the file itself has been forced
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

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
import java.util.Set;

/**
 * Files and folders that only their owner may read, from the first byte on. Where the file system knows no POSIX
 * permissions, they have the system's default.
 */
public final class PrivateFiles {

    private PrivateFiles() {}

    /**
     * Opens a file, and makes it 0600 if this makes it.
     *
     * @throws FileSystemException also if it is a pipe, a socket or a device: to open one may wait for ever
     */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        if (isSpecial(file)) {
            throw new FileSystemException(file.toString(), null, "Not a regular file");
        }
        return FileChannel.open(file, Set.of(options), attributes(file, "rw-------"));
    }

    /** Whether there is something that is neither a file nor a folder: a pipe, a socket or a device. */
    public static boolean isSpecial(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isOther();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Makes an empty file, 0600.
     *
     * @return false if something of this name is there
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
     * Puts a small file in the place of another, or where there was none: wholly and on the disk, or not at all. It belongs to
     * the owner of the file it replaces, or else of its folder, where the system allows that.
     *
     * @param unfinished the name it has until then, in the same folder; what a crash left there is replaced
     */
    public static void replace(Path file, byte[] content, Path unfinished) throws IOException {
        Files.deleteIfExists(unfinished);
        try {
            write(unfinished, content);
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

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Makes a folder and its missing parents, 0700. If it cannot, those it made are gone again. */
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

    /** The folder and its parents as far as they are not there, the outermost first. */
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
        } catch (FileAlreadyExistsException e) {
            // somebody else made it meanwhile, unless it is something else
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // somebody uses it already, or the system lets nobody
        }
    }

    /**
     * Gives a file the permissions that another has, and its owner and group where the system allows that; one that is not there
     * leaves it as it is. Where there are no permissions of that kind, nothing happens.
     */
    public static void copyPermissions(Path from, Path to) throws IOException {
        if (isPosix(to) && Files.exists(from)) {
            // first, for on some systems a new owner takes bits away from the mode
            copyOwner(from, to);
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    /**
     * Gives a file or folder the owner and the group of another, as far as the system allows that: usually it does to nobody but
     * the superuser, whose files the usual user of a folder could otherwise neither read nor replace.
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
            // the group first: who has given the file away may not change it any more
            if (!wanted.group().equals(present.group())) {
                target.setGroup(wanted.group());
            }
            if (!wanted.owner().equals(present.owner())) {
                target.setOwner(wanted.owner());
            }
        } catch (IOException | UnsupportedOperationException e) {
            // not allowed, which is the rule: it stays whose it is
        }
    }

    /** The same, of the folder that it lies in: what the superuser makes in the folder of another must not shut them out. */
    public static void giveToOwnerOfFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            copyOwner(folder, file);
        }
    }

    /** Writes what the system still holds back of a file to the disk. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * The same for a folder's entries, as far as the file system can: Windows and some network shares cannot, and SQLite goes on
     * then, too.
     */
    public static void forceFolder(Path folder) {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                // nothing to be done about it, and the file itself is on the disk
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

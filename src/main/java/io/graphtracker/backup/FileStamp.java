package io.graphtracker.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells, together with its length, that a file is still the one that was looked at, without reading it. It tells of mistakes:
 * a copy, another file in its place, a program that writes. Somebody who sets the time back on purpose is not noticed, so whoever
 * relies on the content (a restore, above all) reads it again. The time of the last status change (ctime) would be harder to
 * set back, but changes whenever the file is linked, moved or protected, which publishing a backup does by itself.
 *
 * @param modifiedAt when it was last written to
 * @param inode its number on its file system; absent where those change by themselves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileStamp(Instant modifiedAt, @Nullable Long inode) {

    /** FAT, network shares and most file systems in user space make numbers up as they need them, anew after each mount. */
    private static final Set<String> WITHOUT_NUMBERS =
            Set.of("vfat", "msdos", "exfat", "cifs", "smb3", "smbfs", "9p", "vboxsf");

    /** The times of such are rounded, to 2 s on FAT, when they leave the system's memory. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** What a file is like now. */
    public static FileStamp of(Path file) throws IOException {
        return read(file, hasLastingNumbers(file));
    }

    /** Whether a file has not been changed, moved to another file system or replaced since, as far as this tells. */
    public boolean fits(Path file) throws IOException {
        FileStamp now = read(file, inode != null);
        return inode == null
                ? Duration.between(modifiedAt, now.modifiedAt).abs().compareTo(ROUNDING) <= 0
                : equals(now);
    }

    private static FileStamp read(Path file, boolean withInode) throws IOException {
        if (withInode && isUnix(file)) {
            Map<String, Object> attributes =
                    Files.readAttributes(file, "unix:lastModifiedTime,ino", LinkOption.NOFOLLOW_LINKS);
            return new FileStamp(
                    ((FileTime) attributes.get("lastModifiedTime")).toInstant(), (Long) attributes.get("ino"));
        }
        return new FileStamp(
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant(), null);
    }

    private static boolean isUnix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static boolean hasLastingNumbers(Path file) {
        try {
            String type = Files.getFileStore(file).type().toLowerCase(Locale.ROOT);
            return !WITHOUT_NUMBERS.contains(type) && !type.startsWith("fuse");
        } catch (IOException e) {
            // not found for some paths in containers
            return false;
        }
    }
}

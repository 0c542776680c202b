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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identifies, together with the length, the file that was verified, without reading it again. It detects mistakes: a
 * copy, another file in its place, a program that wrote to it. It does not detect a time that was set back on purpose,
 * so whatever relies on the content (above all a restore) reads the file. The time of the last status change (ctime) is
 * harder to set back, but changes whenever a file is linked, moved or protected, which publishing a backup does.
 *
 * @param modifiedAt when the file was last written to
 * @param inode its number on its file system; absent where inode numbers do not last
 * @see "docs/decisions/2026-11-25-what-a-manifest-proves.md"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileStamp(Instant modifiedAt, @Nullable Long inode) {

    /** FAT, network shares and most file systems in user space invent inode numbers, new ones after each mount. */
    private static final Set<String> WITHOUT_INODES =
            Set.of("vfat", "msdos", "exfat", "cifs", "smb3", "smbfs", "9p", "vboxsf");

    /** Such file systems round times, FAT to 2 s, when they are written to the disk. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** The stamp that a file has now. */
    public static FileStamp of(Path file) throws IOException {
        return read(file, hasLastingInodes(file));
    }

    /** Whether a file is still the same: not changed, replaced, or copied to another file system. */
    public boolean matches(Path file) throws IOException {
        FileStamp now = read(file, inode != null);
        return inode == null
                ? Duration.between(modifiedAt, now.modifiedAt).abs().compareTo(ROUNDING) <= 0
                : equals(now);
    }

    private static FileStamp read(Path file, boolean withInode) throws IOException {
        if (withInode && isUnix(file)) {
            Map<String, Object> attributes =
                    Files.readAttributes(file, "unix:lastModifiedTime,ino", LinkOption.NOFOLLOW_LINKS);
            FileTime modified = (FileTime) Objects.requireNonNull(attributes.get("lastModifiedTime"));
            return new FileStamp(modified.toInstant(), (Long) attributes.get("ino"));
        }
        return new FileStamp(
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant(), null);
    }

    private static boolean isUnix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static boolean hasLastingInodes(Path file) {
        try {
            String type = Files.getFileStore(file).type().toLowerCase(Locale.ROOT);
            return !WITHOUT_INODES.contains(type) && !type.startsWith("fuse");
        } catch (IOException e) {
            // in containers, not every path has a file store
            return false;
        }
    }
}

package io.graphtracker.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what we wrote ourselves, and no more of it than we ever write. */
public final class SmallFile {

    private static final int LARGEST_BYTES = 64 * 1024;

    private SmallFile() {}

    /** Empty if it is not there, is too large, or is a link, a pipe or whatever else would not end. */
    public static Optional<byte[]> read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = bytes.readNBytes(LARGEST_BYTES + 1);
            return content.length > LARGEST_BYTES ? Optional.empty() : Optional.of(content);
        }
    }
}

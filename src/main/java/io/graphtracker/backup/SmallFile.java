package io.graphtracker.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the small files that this application writes, such as manifests. */
public final class SmallFile {

    private static final int MAX_BYTES = 64 * 1024;

    private SmallFile() {}

    /** The content; empty if the file is missing, too large, or no regular file: reading a pipe might never end. */
    public static Optional<byte[]> read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = bytes.readNBytes(MAX_BYTES + 1);
            return content.length > MAX_BYTES ? Optional.empty() : Optional.of(content);
        }
    }
}

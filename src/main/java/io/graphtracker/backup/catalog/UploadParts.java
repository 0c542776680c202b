package io.graphtracker.backup.catalog;

import io.graphtracker.backup.LeftoverCleanup;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The hidden files that uploads stream into. Those that a crash left are cleared away at the start, but only old ones:
 * another process may be receiving.
 */
@Component
class UploadParts implements LeftoverCleanup {

    private static final Logger log = LoggerFactory.getLogger(UploadParts.class);
    private static final String GLOB = ".upload-*.part";

    /** Nobody uploads for longer. */
    private static final Duration OLD = Duration.ofDays(1);

    private final Clock clock;

    UploadParts(Clock clock) {
        this.clock = clock;
    }

    /** A new one, empty, for its owner's eyes only. */
    static Path create(Path folder) throws IOException {
        Path part = folder.resolve(".upload-" + UUID.randomUUID() + ".part");
        if (!PrivateFiles.createIfAbsent(part)) {
            throw new FileAlreadyExistsException(part.toString());
        }
        return part;
    }

    @Override
    public void deleteLeftovers(Path folder) throws IOException {
        Instant old = Instant.now(clock).minus(OLD);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, GLOB)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(old)) {
                    log.info("Deleting {}, left behind by an interrupted upload", part);
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}

package io.graphtracker.backup.restore;

import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a switch is about to do, on the disk before it does anything.
 *
 * @param backup the name of the backup that is brought back
 * @param at when
 * @param keepAs the name of the folder that keeps the former database, if it could not be backed up
 * @param rollingBack whether the new database did not work, and the former one is being put back
 */
record SwitchIntent(String backup, Instant at, @Nullable String keepAs, boolean rollingBack) {

    SwitchIntent(String backup, Instant at, @Nullable String keepAs) {
        this(backup, at, keepAs, false);
    }

    SwitchIntent toRollBack() {
        return new SwitchIntent(backup, at, keepAs, true);
    }

    private static final JsonMapper JSON = new JsonMapper();

    /** Writes it wholly or not at all. */
    void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel =
                PrivateFiles.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(this));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.forceFolder(file.getParent());
    }

    /** Empty if it cannot be understood; that it is there says the most. */
    static Optional<SwitchIntent> read(Path file) throws IOException {
        try {
            return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), SwitchIntent.class))
                    .filter(SwitchIntent::isComplete);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Jackson leaves out what a file leaves out. */
    @SuppressWarnings("ConstantValue")
    private boolean isComplete() {
        return backup != null && at != null;
    }
}

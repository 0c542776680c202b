package io.graphtracker.backup.restore;

import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a switch is about to do, on the disk before it does anything.
 *
 * @param order which backup is brought back, when, by whom
 * @param safetyBackup the name of the backup of the former database; absent if it could not be backed up
 * @param keepAs the name of the folder that keeps the former database, if it could not be backed up
 * @param accepted whether the new database works, and people may have written to it
 * @param rollingBack whether the new database did not work, and the former one is being put back
 */
record SwitchIntent(
        RestoreOrder order,
        @Nullable String safetyBackup,
        @Nullable String keepAs,
        boolean accepted,
        boolean rollingBack) {

    SwitchIntent(RestoreOrder order, @Nullable String safetyBackup, @Nullable String keepAs) {
        this(order, safetyBackup, keepAs, false, false);
    }

    private static final JsonMapper JSON = new JsonMapper();

    SwitchIntent toRollBack() {
        return new SwitchIntent(order, safetyBackup, keepAs, false, true);
    }

    SwitchIntent toAccepted() {
        return new SwitchIntent(order, safetyBackup, keepAs, true, false);
    }

    /** Writes it wholly or not at all. */
    void write(Path file) throws IOException {
        PrivateFiles.replace(file, JSON.writeValueAsBytes(this), file.resolveSibling(file.getFileName() + ".part"));
    }

    /** Empty if it cannot be understood; that it is there says the most. */
    static Optional<SwitchIntent> read(Path file) throws IOException {
        if (PrivateFiles.isSpecial(file)) {
            return Optional.empty();
        }
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
        return order != null && order.isComplete();
    }
}

package io.graphtracker.backup.restore;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.SmallFile;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The intent of a switch, written to disk before the first rename; renamed afterwards, it is the note of the last
 * restore.
 *
 * @param restore the restore
 * @param safetyBackup the name of the safety backup; absent if the former database is kept as files
 * @param keepAs the name of the folder for the former database; absent if there is a safety backup
 * @param accepted whether the new database works, and users may have written to it
 * @param rollingBack whether the new database did not work, and the former one is being put back
 * @param keptBecause why it is kept as files; absent also in what an earlier version wrote
 * @param keptUsable whether the former database could be opened and read; absent likewise
 * @param seenAhead when it was first seen that the restore is dated in the future; absent if it was not
 */
record SwitchIntent(
        @JsonProperty("order") ConfirmedRestore restore,
        @Nullable String safetyBackup,
        @Nullable String keepAs,
        boolean accepted,
        boolean rollingBack,
        @Nullable FormerDatabaseReason keptBecause,
        @Nullable Boolean keptUsable,
        @Nullable Instant seenAhead) {

    SwitchIntent(ConfirmedRestore restore, @Nullable String safetyBackup, @Nullable String keepAs) {
        this(restore, safetyBackup, keepAs, false, false, null, null, null);
    }

    /** The intent of a restore that keeps what it replaces as files. */
    static SwitchIntent keeping(ConfirmedRestore restore, String keepAs, FormerDatabaseReason reason, boolean usable) {
        return new SwitchIntent(restore, null, keepAs, false, false, reason, usable, null);
    }

    private static final JsonMapper JSON = new JsonMapper();

    SwitchIntent toRollBack() {
        return with(keepAs, false, true);
    }

    SwitchIntent toAccepted() {
        return with(keepAs, true, false);
    }

    /**
     * With the time when it was first seen that the restore is dated in the future, if it is. The restore keeps its
     * date: the clock may have been wrong then, or be wrong now.
     */
    SwitchIntent seen(Instant now) {
        boolean known = seenAhead != null && !seenAhead.isAfter(now);
        return restore.at().isAfter(now) && !known
                ? new SwitchIntent(restore, safetyBackup, keepAs, accepted, rollingBack, keptBecause, keptUsable, now)
                : this;
    }

    /** When it was done, as far as is known at a time. */
    Instant at(Instant now) {
        return restore.at().isAfter(now) && seenAhead != null ? seenAhead : restore.at();
    }

    SwitchIntent withKeepAs(String name) {
        return with(name, accepted, rollingBack);
    }

    private SwitchIntent with(@Nullable String name, boolean nowAccepted, boolean nowRollingBack) {
        return new SwitchIntent(
                restore, safetyBackup, name, nowAccepted, nowRollingBack, keptBecause, keptUsable, seenAhead);
    }

    FormerDatabaseReason reason() {
        return keptBecause == null ? FormerDatabaseReason.UNKNOWN : keptBecause;
    }

    boolean isUsable() {
        return Boolean.TRUE.equals(keptUsable);
    }

    /** Writes it atomically. */
    void write(Path file) throws IOException {
        PrivateFiles.replace(file, JSON.writeValueAsBytes(this), file.resolveSibling(file.getFileName() + ".part"));
    }

    /** Empty if it cannot be parsed; its existence matters most. */
    static Optional<SwitchIntent> read(Path file) throws IOException {
        try {
            return SmallFile.read(file)
                    .map(content -> JSON.readValue(content, SwitchIntent.class))
                    .filter(SwitchIntent::isComplete);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Jackson sets components to null that a file leaves out. */
    @SuppressWarnings("ConstantValue")
    private boolean isComplete() {
        return restore != null && restore.isComplete();
    }
}

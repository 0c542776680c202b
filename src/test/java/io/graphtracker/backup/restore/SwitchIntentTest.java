package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.SpecialFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SwitchIntentTest {

    /** As earlier versions wrote it, for a restore and for an undo to a former database. */
    private static final String WRITTEN_BEFORE = """
            {"order":{"id":"00000000-0000-0001-0000-000000000002","backup":"graph_tracker_20261122_213000.sqlite",\
            "at":"2026-11-22T20:30:00Z","by":"anna","undo":false,"files":null},\
            "safetyBackup":"graph_tracker_20261122_214500.sqlite","keepAs":null,"accepted":true,"rollingBack":false,\
            "keptBecause":null,"keptUsable":null,"seenAhead":null}""";

    private static final String WRITTEN_BEFORE_OF_FILES = """
            {"order":{"id":"00000000-0000-0003-0000-000000000004",\
            "backup":"graph_tracker.db.before-restore-20261122_213000",\
            "at":"2026-11-22T20:30:00Z","by":"anna","undo":true,"files":true},\
            "safetyBackup":null,"keepAs":"graph_tracker.db.before-restore-20261123_213000","accepted":false,\
            "rollingBack":false,"keptBecause":"NOT_RESTORABLE","keptUsable":true,"seenAhead":null}""";

    private static final SwitchIntent RESTORE = new SwitchIntent(
            new ConfirmedRestore(
                    new UUID(1, 2),
                    "graph_tracker_20261122_213000.sqlite",
                    Instant.parse("2026-11-22T20:30:00Z"),
                    "anna",
                    false,
                    null),
            "graph_tracker_20261122_214500.sqlite",
            null,
            true,
            false,
            null,
            null,
            null);

    private static final SwitchIntent UNDO = SwitchIntent.keeping(
            new ConfirmedRestore(
                    new UUID(3, 4),
                    "graph_tracker.db.before-restore-20261122_213000",
                    Instant.parse("2026-11-22T20:30:00Z"),
                    "anna",
                    true,
                    true),
            "graph_tracker.db.before-restore-20261123_213000",
            FormerDatabaseReason.NOT_RESTORABLE,
            true);

    /** An update may be installed between a crash and the next start. */
    @Test
    void whatEarlierVersionsWroteIsRead(@TempDir Path folder) throws Exception {
        assertThat(read(folder, WRITTEN_BEFORE)).contains(RESTORE);
        assertThat(read(folder, WRITTEN_BEFORE_OF_FILES)).contains(UNDO);
        assertThat(read(folder, WRITTEN_BEFORE.replace(",\"files\":null", ""))).contains(RESTORE);
        assertThat(read(folder, WRITTEN_BEFORE.replace(",\"seenAhead\":null", "")))
                .contains(RESTORE);
    }

    /** So may a downgrade. */
    @Test
    void whatIsWrittenEarlierVersionsCanRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("intent");

        RESTORE.write(file);
        assertThat(file).hasContent(WRITTEN_BEFORE);
        UNDO.write(file);
        assertThat(file).hasContent(WRITTEN_BEFORE_OF_FILES);
    }

    private static Optional<SwitchIntent> read(Path folder, String content) throws Exception {
        return SwitchIntent.read(Files.writeString(folder.resolve("intent"), content));
    }

    /** Opening a pipe would block for ever, at the start. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInItsPlaceIsNotOpened(@TempDir Path folder) throws Exception {
        assertThat(SwitchIntent.read(SpecialFiles.pipe(folder.resolve("intent"))))
                .isEmpty();
    }
}

package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.restore.DatabaseSwitch.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database that is to be switched, and a switch that can crash at each of its checkpoints. */
@SuppressWarnings("NullAway.Init") // set before each test
abstract class DatabaseSwitchFixture {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    static final ConfirmedRestore RESTORE =
            ConfirmedRestore.ofBackup(new UUID(1, 2), "graph_tracker_20261122_213000.sqlite", NOW, "local");

    @TempDir
    Path folder;

    DatabaseFiles files;

    @BeforeEach
    void create() throws IOException {
        files = new DatabaseFiles(folder.resolve("graph_tracker.db"));
        Files.writeString(folder.resolve("operations.db"), "not ours");
        write("old");
        Files.writeString(files.staged(), "new");
    }

    DatabaseSwitch crashingAfter(Checkpoint checkpoint) {
        return new DatabaseSwitch(files, done -> {
            if (done == checkpoint) {
                throw new Crash();
            }
        });
    }

    void write(String content) throws IOException {
        Files.writeString(files.database(), content);
        Files.writeString(files.live().get(1), content + " log");
        Files.writeString(files.live().get(2), content + " index");
    }

    void assertOld() throws IOException {
        assertThat(files.database()).hasContent("old");
        assertThat(files.live().get(1)).hasContent("old log");
        assertThat(files.live().get(2)).hasContent("old index");
        assertThat(names())
                .containsExactly("graph_tracker.db", "graph_tracker.db-shm", "graph_tracker.db-wal", "operations.db");
    }

    List<String> names() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.equals(".graph_tracker.db.last-restore"))
                    .sorted()
                    .toList();
        }
    }

    static SwitchIntent intent(@Nullable String keepAs) {
        return new SwitchIntent(RESTORE, null, keepAs);
    }

    static final class Crash extends RuntimeException {}
}

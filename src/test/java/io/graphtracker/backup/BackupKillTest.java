package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.Depth;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that makes backups is killed at random moments, {@code -Dgraphtracker.kills} times. Nothing it leaves may
 * be taken for a backup, nothing older may be harmed, and the next backup clears up.
 */
@Thorough
class BackupKillTest {

    private static final Logger log = LoggerFactory.getLogger(BackupKillTest.class);

    private static final int KILLS = Integer.getInteger("graphtracker.kills", Depth.of(10, 20));

    /** After which word of the process, and how long at most, to kill it. */
    private static final List<Moment> MOMENTS = List.of(
            new Moment("begin", Duration.ofMillis(40)),
            new Moment("copying", Duration.ofMillis(40)),
            new Moment("checking", Duration.ofMillis(60)),
            new Moment("publishing", Duration.ofMillis(8)),
            new Moment("publishing", Duration.ofMillis(2)));

    private record Moment(String word, Duration atMost) {}

    private final long seed = Long.getLong("graphtracker.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** How often which word was the last, and which files were left. */
    private final Map<String, Integer> hits = new TreeMap<>();

    @TempDir
    Path root;

    private Path database;
    private Path folder;
    private Path older;
    private List<String> rows;

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.createLarge(root.resolve("live.db"));
        Ledger.create(database);
        rows = TestDatabase.rows(database);
        folder = root.resolve("backups");
        older = TestProcedures.any().backUp(database, folder, TestJobs.any()).file();
    }

    @Test
    void whatIsKilledHarmsNothing() throws Exception {
        FolderContents before = FolderContents.of(folder);

        for (int round = 1; round <= KILLS; round++) {
            try {
                killOnce(MOMENTS.get(round % MOMENTS.size()));
                assertThat(FolderContents.of(folder).files()).containsAllEntriesOf(before.files());
                WholeBackups.assertAllWhole(folder, rows);
                WholeBackups.assertSound(database, rows);
                assertNextBackupClearsUp();
            } catch (AssertionError | Exception e) {
                throw new AssertionError("In round " + round + " of -Dgraphtracker.seed=" + seed, e);
            }
            deleteNewer();
        }

        log.info("{} kills: {}", KILLS, hits);
        assertThat(hits.getOrDefault("left .part", 0))
                .as("kills in the midst of a backup; seed %s, all: %s", seed, hits)
                .isGreaterThanOrEqualTo(KILLS / 4);
    }

    private void killOnce(Moment moment) throws IOException, InterruptedException {
        try (ChildProcess child = BackupProcess.start(BackupProcess.Way.LOOP, database, folder, root)) {
            for (int backups = random.nextInt(2); backups >= 0; backups--) {
                child.line(line -> line.startsWith(moment.word()));
            }
            String last = child.killAfter(
                    Duration.ofNanos(random.nextLong(moment.atMost().toNanos())));
            hits.merge("in " + last.split(" ", 2)[0], 1, Integer::sum);
        }
        for (String name : FolderContents.of(folder).names()) {
            if (BackupName.isLeftover(Path.of(name))) {
                hits.merge("left " + name.substring(name.lastIndexOf(".part")), 1, Integer::sum);
            } else if (!name.endsWith(".sqlite") && !Files.exists(folder.resolve(name.replaceFirst("\\.\\w+$", "")))) {
                hits.merge("left " + name.substring(name.lastIndexOf('.')), 1, Integer::sum);
            }
        }
    }

    private void assertNextBackupClearsUp() throws IOException, SQLException {
        TestProcedures.any().backUp(database, folder, TestJobs.any());
        WholeBackups.assertNothingElse(folder);
    }

    private void deleteNewer() throws IOException {
        for (String name : FolderContents.of(folder).names()) {
            if (!name.startsWith(older.getFileName().toString())) {
                Files.delete(folder.resolve(name));
            }
        }
    }
}

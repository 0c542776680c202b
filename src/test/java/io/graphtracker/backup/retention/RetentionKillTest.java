package io.graphtracker.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.ChildProcess;
import io.graphtracker.backup.FileStamp;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.WholeBackups;
import io.graphtracker.testing.Depth;
import io.graphtracker.testing.MemoryFolder;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that applies the rule is killed at random moments. Each backup is whole, or gone with all that belongs to
 * it after the next start; and the newest is never touched. {@code PartFileDurabilityTest} tries every moment of one
 * deletion.
 */
@Timeout(180)
@Thorough
class RetentionKillTest {

    private static final Logger log = LoggerFactory.getLogger(RetentionKillTest.class);

    private static final int KILLS = Depth.of(3, 12);

    /** More than are deleted before each kill, in all rounds. */
    private static final int BACKUPS = KILLS * 30;

    /** A deletion takes one to ten milliseconds. */
    private static final long LATEST_NANOS = Duration.ofMillis(8).toNanos();

    private static final LocalDateTime NOW = TestBackups.NOW.plusDays(1);

    private final long seed = Long.getLong("graphtracker.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir(factory = MemoryFolder.class)
    Path root;

    @Test
    void whatIsKilledLeavesEachBackupWholeOrGone() throws Exception {
        String newest = makeBackups();
        Path folder = root.resolve("backups");
        FolderContents before = FolderContents.of(folder);

        for (int round = 1; round <= KILLS; round++) {
            killOnce(newest);

            // before the sweep: what is visible is whole
            List<Path> left = WholeBackups.assertAllDescribed(folder);
            assertThat(left)
                    .as("seed %s", seed)
                    .contains(folder.resolve(newest))
                    .hasSizeGreaterThan(1);
            assertThat(before.files()).containsAllEntriesOf(visible(folder));
            WholeBackups.sweep(root);
            WholeBackups.assertNothingElse(folder);
            log.info("{} backups are left after round {}", left.size(), round);
        }

        try (TestBackups backups = TestBackups.resume(root)) {
            backups.at(NOW);
            backups.bean(Pruning.class).prune(newest);
        }
        assertThat(FolderContents.of(folder).names())
                .containsExactlyInAnyOrder(newest, newest + ".sha256", newest + ".json");
    }

    private void killOnce(String newest) throws IOException, InterruptedException {
        try (ChildProcess child = ChildProcess.startWhole(RetentionProcess.class, root, root, NOW, newest)) {
            for (int deletions = 1 + random.nextInt(6); deletions > 0; deletions--) {
                child.line(RetentionProcess.DELETED::equals);
            }
            child.killAfter(Duration.ofNanos(random.nextLong(LATEST_NANOS)));
        }
    }

    /** Without what waits for the sweep. */
    private static Map<String, String> visible(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>(FolderContents.of(folder).files());
        files.keySet().removeIf(name -> name.startsWith("."));
        return files;
    }

    /** Many of the schedule, one a day, and a rule that keeps the last one; returns its name. */
    private String makeBackups() throws Exception {
        try (TestBackups backups = TestBackups.start(root)) {
            Path made = backups.file(backups.make(BackupKind.SCHEDULED));
            BackupManifest manifest = BackupManifest.read(beside(made, ".json")).orElseThrow();
            for (int day = 1; day < BACKUPS; day++) {
                copy(made, manifest, day);
            }
            backups.bean(RetentionService.class).save(Histories.rule("last 1"), "zoe");
            return made.getFileName().toString();
        }
    }

    private static void copy(Path made, BackupManifest manifest, int daysBefore) throws IOException {
        Path copy = made.resolveSibling(Histories.name(manifest.createdAt().minus(Duration.ofDays(daysBefore))));
        Files.copy(made, copy);
        String name = copy.getFileName().toString();
        Files.writeString(beside(copy, ".sha256"), manifest.sha256() + "  " + name + "\n");
        Files.write(
                beside(copy, ".json"),
                Histories.moved(manifest, name, Duration.ofDays(-daysBefore), FileStamp.of(copy))
                        .toJson());
    }

    private static Path beside(Path backup, String suffix) {
        return backup.resolveSibling(backup.getFileName() + suffix);
    }
}

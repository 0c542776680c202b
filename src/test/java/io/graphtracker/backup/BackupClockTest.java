package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.TestEnvironment;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system clock may be set back: by daylight saving time, by a time server, by hand. */
class BackupClockTest {

    private static final String FIRST = "graph_tracker_20261122_203000.sqlite";

    @TempDir
    Path root;

    private final SettableClock clock = new SettableClock();
    private Path folder;

    @BeforeEach
    void create() throws IOException, SQLException {
        TestDatabase.create(root.resolve("live.db"));
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=backups");
        folder = root.resolve("backups");
    }

    @Test
    void setBackToTheSameSecondNothingIsOverwritten() throws IOException, SQLException {
        BackupService service = service(Runnable::run);
        Backup first = service.backUp("local");
        FolderContents before = FolderContents.of(folder);
        clock.advance(Duration.ofHours(1));
        service.backUp("local");
        clock.advance(Duration.ofHours(-1));

        Backup third = service.backUp("local");

        assertThat(first.file()).hasFileName(FIRST);
        assertThat(third.file()).hasFileName("graph_tracker_20261122_203000_2.sqlite");
        assertThat(FolderContents.of(folder).files()).containsAllEntriesOf(before.files());
        assertThat(WholeBackups.in(folder)).hasSize(3);
        WholeBackups.assertNothingElse(folder);
    }

    @Test
    void setBackByADayBothAreThere() throws IOException, SQLException {
        BackupService service = service(Runnable::run);
        Backup later = service.backUp("local");
        clock.advance(Duration.ofDays(-1));

        Backup earlier = service.backUp("local");

        assertThat(WholeBackups.in(folder)).containsExactly(earlier.file(), later.file());
        assertThat(earlier.createdAt()).isEqualTo(later.createdAt().minusDays(1));
        WholeBackups.assertNothingElse(folder);
    }

    @Test
    void setBackInTheMidstNoDurationIsNegative() {
        BackupService service = service(checksum -> {
            clock.advance(Duration.ofDays(-1));
            checksum.run();
        });

        Backup backup = service.backUp("local");

        assertThat(backup.duration()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(BackupManifest.read(folder.resolve(FIRST + ".json")))
                .hasValueSatisfying(
                        manifest -> assertThat(manifest.durationMillis()).isNotNegative());
    }

    private BackupService service(Executor executor) {
        ProjectRoot projectRoot = new ProjectRoot(root);
        return new BackupService(
                new DatabaseUrl.Sqlite(root.resolve("live.db")),
                new BackupsDirectory(TestEnvironment.variables(root, Map.of()), projectRoot),
                new BackupProcedure(clock, new VolumeSpace(), executor, TestSchema.check(), List.of(), "1.2.3"),
                new BackupTexts(new Texts(), projectRoot),
                event -> {},
                clock,
                TestServices.unlimited());
    }
}

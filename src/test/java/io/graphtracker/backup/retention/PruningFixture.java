package io.graphtracker.backup.retention;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.testing.WatchedExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.AdditionalAnswers;

/** A folder with backups, and what prunes it. */
@Timeout(60)
abstract class PruningFixture {

    static final RetentionRule LAST_TWO = Histories.rule("last 2");

    @TempDir
    Path root;

    TestBackups backups;
    RetentionService service;
    Pruning pruning;
    CatalogService catalog;

    /** Three backups of the schedule, one a day, the oldest first. */
    final List<String> made = new ArrayList<>();

    @BeforeEach
    void make() throws IOException, SQLException {
        backups = TestBackups.start(root, WatchedExecutor.Configuration.class);
        service = backups.bean(RetentionService.class);
        pruning = backups.bean(Pruning.class);
        catalog = backups.bean(CatalogService.class);
        for (int day = 0; day < 3; day++) {
            made.add(makeScheduled());
        }
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    /** What must never be: deleting good backups while new ones fail. */

    /** By another process, for example. */

    /** Somebody may do so while the rule deletes others. */

    /** For example one that was made immutable. */

    /** One whose folder refuses to delete some files. */
    Pruning refusing(String... names) {
        CatalogService refusing = mock(CatalogService.class, AdditionalAnswers.delegatesTo(catalog));
        for (String name : names) {
            doThrow(BackupException.of(ProblemKind.FOLDER_LOCK, backups.folder(), backups.file(name)))
                    .when(refusing)
                    .deleteOlder(eq(name), any(), any(), any());
        }
        return new Pruning(
                service,
                refusing,
                backups.bean(RestoreService.class),
                backups.bean(RetentionTexts.class),
                Runnable::run);
    }

    /** For example those of a schedule and a rule that were lost with the operations database. */

    /** As a scheduled run does if nothing has changed. */
    static BackupManifest manifest(Path backup) {
        return BackupManifest.read(backup.resolveSibling(backup.getFileName() + ".json"))
                .orElseThrow();
    }

    String makeScheduled() {
        return settled(BackupKind.SCHEDULED);
    }

    String makeManual() {
        return settled(BackupKind.MANUAL);
    }

    /** Makes a backup, lets the rule be applied, and advances the clock by a day. */
    String settled(BackupKind kind) {
        String name = backups.make(kind);
        backups.bean(WatchedExecutor.class).awaitIdle();
        backups.advance(Duration.ofDays(1));
        return name;
    }

    List<String> names() throws IOException {
        return backups.bean(BackupCatalog.class).list().entries().stream()
                .map(CatalogEntry::name)
                .toList();
    }
}

package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static io.graphtracker.backup.restore.RestoreRoot.execute;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.database.DatabaseReplaced;
import io.graphtracker.testing.ImpatientDatabase;
import io.graphtracker.testing.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a restore on real files, without pages. */
class RestoreServiceTest extends RestoreFixture {

    @Test
    void aBackupIsBroughtBackAndTheFormerStateIsKept() throws Exception {
        RestorePreview preview = service.preview(new RestoreRequest.OfBackup(name()));
        RestoreResult result = service.restore(preview, "anna");

        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(result.backup()).isEqualTo(name());
        assertThat(result.undo()).isFalse();
        assertThat(result.formerFolder()).isNull();
        CatalogEntry safety = context.getBean(BackupCatalog.class).find(result.safetyBackup());
        assertThat(safety.manifest()).extracting(BackupManifest::kind).isEqualTo(BackupKind.BEFORE_RESTORE);
        assertThat(projects(safety.file())).containsExactly("Boat", "Garden");
        assertThat(events)
                .startsWith(
                        new RestoreEvent.Started(preview.source(), false, Origin.NONE),
                        new RestoreEvent.Reached(RestoreStep.STAGING))
                .endsWith(new DatabaseReplaced(), new RestoreEvent.Finished(result));
        assertThat(events.stream()
                        .filter(RestoreEvent.Reached.class::isInstance)
                        .map(event -> ((RestoreEvent.Reached) event).step()))
                .containsExactly(RestoreStep.values());
    }

    @Test
    void nothingIsLeftBesideTheDatabase() throws Exception {
        restore();
        add(context, "Shed");

        assertThat(root.namesBesideDatabase())
                .containsExactly("graph_tracker.db", "graph_tracker.db-shm", "graph_tracker.db-wal");
        assertThat(backup.file()).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theModeOfTheDatabaseStays() throws Exception {
        Files.setPosixFilePermissions(root.database(), PosixFilePermissions.fromString("rw-r-----"));

        restore();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.database())))
                .isEqualTo("rw-r-----");
    }

    /** The log is beside the target of the link. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToTheDatabaseStaysALink(@TempDir Path elsewhere) throws Exception {
        context.close();
        Path real = elsewhere.resolve("real.db");
        Files.move(root.database(), real);
        Files.createSymbolicLink(root.database(), real);
        context = root.start(TestBeans.class, ImpatientDatabase.class);
        service = context.getBean(RestoreService.class);
        add(context, "Shed");

        RestoreResult result = restore();

        assertThat(root.database()).isSymbolicLink();
        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(projects(root.backups().resolve(result.safetyBackup()))).containsExactly("Boat", "Garden", "Shed");
        context.close();
        assertThat(projects(real)).containsExactly("Garden", "House");
        assertThat(RestoreRoot.namesIn(elsewhere)).containsExactly("real.db");
    }

    @Test
    void whoDidWhatIsOnRecord() throws Exception {
        RestoreResult result = restore();

        AuditEntry restored = context.getBean(AuditLog.class).lastRestore().orElseThrow();
        assertThat(restored.kind()).isEqualTo(AuditEntryKind.RESTORED);
        assertThat(restored.user()).isEqualTo("anna");
        assertThat(restored.backup()).isEqualTo(name());
        assertThat(restored.safetyBackup()).isEqualTo(result.safetyBackup());
        assertThat(restored.succeeded()).isTrue();
    }

    @Test
    void aRestoreIsUndoneOnce() throws Exception {
        RestoreResult restored = restore();
        add(context, "Shed");
        UndoOffer offer = service.undoOffer().orElseThrow();
        assertThat(offer.safetyBackup()).isEqualTo(restored.safetyBackup());
        assertThat(offer.restored()).isEqualTo(name());

        RestoreResult undone = service.restore(service.preview(new RestoreRequest.Undo(offer)), "anna");

        assertThat(projects(context)).containsExactly("Boat", "Garden");
        assertThat(undone.undo()).isTrue();
        assertThat(projects(root.backups().resolve(undone.safetyBackup()))).containsExactly("Garden", "House", "Shed");
        assertThat(service.undoOffer()).isEmpty();
        assertThat(context.getBean(AuditLog.class).lastRestore().orElseThrow().kind())
                .isEqualTo(AuditEntryKind.UNDONE);
        assertProblem(
                BackupProblem.UNDO_UNAVAILABLE,
                () -> service.restore(service.preview(new RestoreRequest.Undo(offer)), "anna"));
    }

    @Test
    void aRestoreCanBeUndoneForSevenDays() throws Exception {
        restore();
        SettableClock clock = context.getBean(SettableClock.class);

        clock.advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(service.undoOffer()).isPresent();
        clock.advance(Duration.ofMinutes(2));
        assertThat(service.undoOffer()).isEmpty();
    }

    @Test
    void aRestoreWhoseSafetyBackupIsGoneCannotBeUndone() throws Exception {
        RestoreResult restored = restore();

        Files.delete(root.backups().resolve(restored.safetyBackup()));

        assertThat(service.undoOffer()).isEmpty();
    }

    @Test
    void thePreviewTellsWhatComesBackAndWhatIsLost() throws Exception {
        execute(context, "update project set updated_at = 2 where id = 'Garden'");

        RestorePreview preview = service.preview(new RestoreRequest.OfBackup(name()));

        assertThat(preview.inBackup()).containsEntry("projects", 2L);
        assertThat(preview.current()).containsEntry("projects", 2L);
        assertThat(preview.lost().first()).containsExactly("Boat");
        assertThat(preview.reverted().first()).containsExactly("Garden");
        assertThat(preview.restored().first()).containsExactly("House");
        assertThat(events).isEmpty();
        assertThat(projects(context)).containsExactly("Boat", "Garden");
    }

    @Test
    void whatIsWrittenWhileTheSafetyBackupIsMadeIsInIt() throws Exception {
        on(RestoreStep.SWITCHING, () -> add(context, "Late"));

        RestoreResult result = restore();

        assertThat(projects(root.backups().resolve(result.safetyBackup()))).containsExactly("Boat", "Garden", "Late");
        assertThat(context.getBean(BackupCatalog.class).list().entries())
                .as("the first safety backup, which lacks it, is gone")
                .hasSize(2);
        assertThat(projects(context)).containsExactly("Garden", "House");
    }
}

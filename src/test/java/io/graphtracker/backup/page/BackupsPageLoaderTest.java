package io.graphtracker.backup.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.catalog.TargetFolder;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.ui.RetentionModel;
import io.graphtracker.backup.retention.ui.RetentionModelLoader;
import io.graphtracker.backup.schedule.ui.ScheduleModel;
import io.graphtracker.backup.schedule.ui.ScheduleModelLoader;
import io.graphtracker.backup.ui.TargetFolderModel;
import io.graphtracker.backup.watch.DataSafety;
import io.graphtracker.backup.watch.SafetyReader;
import io.graphtracker.backup.watch.SafetyReason;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class BackupsPageLoaderTest {

    private static final TargetFolderModel FOLDER = new TargetFolderModel("/backups", "/backups", "1.0 GB", "", "", "");
    private static final Catalog EMPTY = new Catalog(Path.of("/backups"), true, List.of());

    private static final RetentionModel RULE = new RetentionModel(RetentionRule.SENSIBLE, null, List.of());

    private final BackupCatalog catalog = mock(BackupCatalog.class);
    private final SafetyReader safety = mock(SafetyReader.class);
    private final ScheduleModelLoader schedules = mock(ScheduleModelLoader.class);
    private final RestoreService restores = mock(RestoreService.class);
    private final RetentionModelLoader retention = mock(RetentionModelLoader.class);
    private final AuditLog auditLog = mock(AuditLog.class);
    private final BackupTexts backupTexts = mock(BackupTexts.class);
    private final BackupsPageLoader loader = new BackupsPageLoader(
            catalog, safety, schedules, restores, retention, auditLog, backupTexts, new Texts(), new SettableClock());

    @BeforeEach
    void beInOrder() throws IOException {
        when(catalog.list()).thenReturn(EMPTY);
        when(catalog.target()).thenReturn(new TargetFolder(Path.of("/backups"), true, 1_000_000_000L, Set.of()));
        when(safety.read()).thenReturn(DataSafety.UNREAD);
        when(schedules.load()).thenReturn(new ScheduleModel.Unsupported());
        when(retention.load()).thenReturn(RULE);
        when(restores.undoOffer()).thenReturn(Optional.empty());
        when(auditLog.latest(BackupsPageLoader.MOST_ENTRIES)).thenReturn(List.of());
    }

    @Test
    void whatIsThereIsSeen() {
        assertThat(loader.load(3))
                .isEqualTo(new BackupsPageModel(
                        3,
                        new CatalogModel.Loaded(EMPTY, FOLDER),
                        DataSafety.UNREAD,
                        new ScheduleModel.Unsupported(),
                        null,
                        RULE,
                        List.of(),
                        AuditLogModel.EMPTY));
    }

    @Test
    void aFolderThatCannotBeReadIsToldAndOthersAreStillSeen() throws IOException {
        when(catalog.list()).thenThrow(new IOException("the disk is gone"));

        BackupsPageModel look = loader.load(1);

        assertThat(look.catalog())
                .isEqualTo(new CatalogModel.Failed(
                        "The backups folder cannot be read now.",
                        "It may be on a disk that is not there, or closed to the application. See the server log.",
                        true,
                        false));
        assertThat(look.auditLog().entries()).isEmpty();
        verify(restores, never()).undoOffer();
    }

    @Test
    void whereNoBackupsCanBeMadeAnotherLookIsOfNoUse() throws IOException {
        BackupException reason = new BackupException(BackupProblem.UNSUPPORTED_DATABASE, "PostgreSQL");
        when(catalog.list()).thenThrow(reason);
        when(backupTexts.message(reason)).thenReturn("Only SQLite.");
        when(backupTexts.hint(reason)).thenReturn("Use pg_dump.");

        assertThat(loader.load(1).catalog())
                .isEqualTo(new CatalogModel.Failed("Only SQLite.", "Use pg_dump.", false, false));
    }

    @Test
    void aRecordThatCannotBeReadHidesNothingElse() throws IOException {
        when(auditLog.latest(BackupsPageLoader.MOST_ENTRIES))
                .thenThrow(new OperationsDatabaseException(OperationsDatabaseProblem.DAMAGED, "damaged", null));

        BackupsPageModel look = loader.load(1);

        assertThat(look.catalog()).isInstanceOf(CatalogModel.Loaded.class);
        assertThat(look.auditLog()).isEqualTo(new AuditLogModel(null, OperationsDatabaseProblem.DAMAGED, null));
    }

    /** Each page reloads whenever its window gets the focus. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aRecordThatCannotBeReadIsLoggedOnceUntilThatChanges(CapturedOutput output) throws IOException {
        OperationsDatabaseException damaged = new OperationsDatabaseException(
                OperationsDatabaseProblem.DAMAGED, "it is damaged", new IOException("x"));
        when(auditLog.latest(BackupsPageLoader.MOST_ENTRIES))
                .thenThrow(
                        damaged,
                        damaged,
                        new OperationsDatabaseException(OperationsDatabaseProblem.LOCKED, "it is locked", null))
                .thenReturn(List.of())
                .thenThrow(damaged);

        for (int look = 0; look < 5; look++) {
            loader.load(look);
        }

        assertThat(output.getOut().lines().filter(line -> !line.isBlank()))
                .hasSize(3)
                .allMatch(line -> line.contains("The audit log cannot be read: it is "));
    }

    @Test
    void whatNobodyForesawIsToldToo() throws IOException {
        when(catalog.list()).thenThrow(new IllegalStateException("a bug"));

        BackupsPageModel look = loader.load(7);

        assertThat(look.number()).isEqualTo(7);
        assertThat(look.catalog()).isInstanceOf(CatalogModel.Failed.class);
        // an answer of its own, which replaces the one that the page showed
        assertThat(look.safety().isRead()).isTrue();
        assertThat(look.safety().verdict()).isEqualTo(SafetyReason.Verdict.UNKNOWN);
    }
}

package io.graphtracker.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.testing.StubVolumeSpace;
import io.graphtracker.testing.WatchedExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps backups from being deleted, although the rule does not keep them. */
class PruningFaultTest extends PruningFixture {

    @Test
    void aBackupThatFailsDeletesNothing() throws IOException {
        service.save(LAST_TWO, "zoe");
        backups.bean(StubVolumeSpace.class).answer(() -> 1);

        assertThatThrownBy(this::makeScheduled).isInstanceOf(BackupException.class);

        backups.bean(WatchedExecutor.class).awaitIdle();
        assertThat(names()).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void ifTheNewBackupIsNotThereOrNotVerifiedNothingIsDeleted() throws IOException {
        service.save(LAST_TWO, "zoe");

        pruning.prune("graph_tracker_20261124_213000.sqlite.gone");
        assertThat(names()).hasSize(3);

        Files.writeString(backups.file(made.getLast()), "damaged since");
        pruning.prune(made.getLast());
        assertThat(names()).hasSize(3);
    }

    @Test
    void ifANewerBackupIsNotVerifiedNothingIsDeleted() throws IOException {
        service.save(LAST_TWO, "zoe");
        Files.writeString(backups.file("graph_tracker_20261125_213000.sqlite"), "damaged");

        pruning.prune(made.getLast());

        assertThat(names()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_RESTORE", "BEFORE_UPGRADE"})
    void aSafetyBackupIsPartOfSomethingElseAndDeletesNothing(BackupKind kind) throws IOException {
        service.save(LAST_TWO, "zoe");

        backups.make(kind);

        backups.bean(WatchedExecutor.class).awaitIdle();
        assertThat(names()).hasSize(4);
    }

    @Test
    void whileARestoreIsRunningNothingIsDeleted() throws IOException {
        service.save(Histories.rule("last 1"), "zoe");
        RestoreService restores = backups.bean(RestoreService.class);
        AtomicBoolean tried = new AtomicBoolean();
        backups.on(RestoreEvent.Started.class, () -> {
            pruning.prune(made.getLast());
            tried.set(true);
        });

        restores.restore(restores.preview(new RestoreRequest.OfBackup(made.getFirst())), "zoe");

        assertThat(tried).isTrue();
        assertThat(names()).containsAll(made);
    }

    @Test
    void whatTheUndoNeedsStays() throws IOException {
        RestoreService restores = backups.bean(RestoreService.class);
        restores.restore(restores.preview(new RestoreRequest.OfBackup(made.getFirst())), "zoe");
        String safety = restores.undoOffer().orElseThrow().safetyBackup();
        service.save(Histories.rule("last 1"), "zoe");
        backups.advance(Duration.ofDays(1));

        String newest = makeScheduled();

        assertThat(names()).containsExactly(newest, safety);
    }

    @Test
    void aRuleThatCannotBeReadDeletesNothing() throws IOException, SQLException {
        service.save(LAST_TWO, "zoe");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + root.resolve(OperationsDatabase.FILE));
                Statement statement = connection.createStatement()) {
            statement.execute("update retention_rule set keep_last = -1");
        }

        makeScheduled();

        assertThat(names()).hasSize(4);
    }

    @Test
    void aFolderThatCannotBeListedDeletesNothing() throws IOException {
        service.save(LAST_TWO, "zoe");
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=live.db\nDATABASE_URL=sqlite:///live.db\n");

        pruning.prune(made.getLast());

        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=backups\nDATABASE_URL=sqlite:///live.db\n");
        assertThat(names()).hasSize(3);
    }

    @Test
    void whatIsProtectedMeanwhileStaysAndOthersGo() throws IOException {
        String newest = makeScheduled();
        service.save(Histories.rule("last 1"), "zoe");
        AtomicBoolean done = new AtomicBoolean();
        backups.on(CatalogChanged.class, () -> {
            if (done.compareAndSet(false, true)) {
                catalog.setProtected(made.get(1), true, "zoe");
            }
        });

        pruning.prune(newest);

        assertThat(names()).containsExactly(newest, made.get(1));
    }

    @Test
    void oneThatCannotBeDeletedKeepsNoOther() throws IOException {
        String newest = makeScheduled();
        service.save(Histories.rule("last 1"), "zoe");

        refusing(made.getFirst()).prune(newest);

        assertThat(names()).containsExactly(newest, made.getFirst());
        assertThat(service.notDeleted()).containsExactly(made.getFirst());
        pruning.prune(newest);
        assertThat(names()).containsExactly(newest);
        assertThat(service.notDeleted()).isEmpty();
    }

    @Test
    void afterThreeThatCannotBeDeletedItEnds() throws IOException {
        made.add(makeScheduled());
        String newest = makeScheduled();
        service.save(Histories.rule("last 1"), "zoe");

        refusing(made.get(0), made.get(1), made.get(2)).prune(newest);

        assertThat(names()).containsAll(made);
        assertThat(service.notDeleted()).hasSize(3);
    }
}

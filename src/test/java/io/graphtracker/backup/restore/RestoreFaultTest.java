package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.backUp;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.database.DatabaseReplaced;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.database.GatedDataSource;
import io.graphtracker.testing.ImpatientDatabase;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.testing.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Reasons against a restore, and failures during one: the live database is not touched, or everything is rolled back.
 */
class RestoreFaultTest extends RestoreFixture {

    @Test
    void aBackupThatIsChangedAfterThePreviewIsNotBroughtBack() throws Exception {
        RestorePreview preview = service.preview(new RestoreRequest.OfBackup(name()));
        byte[] bytes = Files.readAllBytes(backup.file());
        bytes[bytes.length - 1] ^= 1;
        Files.write(backup.file(), bytes);

        BackupException reason = assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.restore(preview, "anna"));

        assertThat(reason.kind()).isEqualTo("changed");
        assertUntouched();
        AuditEntry failed = context.getBean(AuditLog.class).latest(1).getFirst();
        assertThat(failed.kind()).isEqualTo(AuditEntryKind.RESTORED);
        assertThat(failed.problem()).isEqualTo("restore_refused");
    }

    @Test
    void aBackupThatVanishesAfterThePreviewIsNotBroughtBack() throws Exception {
        RestorePreview preview = service.preview(new RestoreRequest.OfBackup(name()));
        Files.delete(backup.file());

        assertProblem(BackupProblem.BACKUP_NOT_FOUND, () -> service.restore(preview, "anna"));

        assertUntouched();
    }

    @Test
    void aTransactionThatDoesNotEndIsNotCutOff() throws Exception {
        RestorePreview preview = service.preview(new RestoreRequest.OfBackup(name()));
        try (Connection busy = context.getBean(DataSource.class).getConnection()) {
            BackupException reason =
                    assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.restore(preview, "anna"));
            assertThat(reason.kind()).isEqualTo("in-use");
            assertThat(projects(busy)).containsExactly("Boat", "Garden");
        }

        assertUntouched();
        restore();
        assertThat(projects(context)).containsExactly("Garden", "House");
    }

    @Test
    void aDatabaseThatAnotherProgramHasOpenIsNotExchanged() throws Exception {
        RestorePreview preview = service.preview(new RestoreRequest.OfBackup(name()));
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + root.database())) {
            assertThat(projects(other)).isNotEmpty();
            BackupException reason =
                    assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.restore(preview, "anna"));
            assertThat(reason.kind()).isEqualTo("other-program");
        }

        assertUntouched();
        restore();
        assertThat(projects(context)).containsExactly("Garden", "House");
    }

    /** As in a container that mounts the file and not its folder. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDatabaseThatIsMountedAsASingleFileIsRefusedBeforeAnythingIsDone() throws Exception {
        try (Volume volume = new Volume()) {
            volume.bind(root.database());
            RestorePreview preview = service.preview(new RestoreRequest.OfBackup(name()));

            BackupException reason =
                    assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.restore(preview, "anna"));

            assertThat(reason.kind()).isEqualTo("mounted");
            assertThat(events).doesNotHaveAnyElementsOfTypes(RestoreEvent.Reached.class);
            assertUntouched();
        }
    }

    @Test
    void aLockFileThatCannotBeOpenedIsNamed() throws Exception {
        RestorePreview preview = service.preview(new RestoreRequest.OfBackup(name()));
        Path lock = Files.createDirectory(DatabaseFiles.of(root.database()).lock());

        BackupException reason = assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.restore(preview, "anna"));

        assertThat(reason.kind()).isEqualTo("lock");
        Files.delete(lock);
        assertUntouched();
    }

    /**
     * The checkpoints where {@link RestoreKillTest} kills the process; here the step fails, and the application
     * continues with the database it had.
     */
    @ParameterizedTest
    @EnumSource(
            value = DatabaseSwitch.Checkpoint.class,
            names = {"INTENT_WRITTEN", "DATABASE_ASIDE", "ALL_ASIDE", "SWITCHED"})
    void aSwitchThatFailsIsTakenBack(DatabaseSwitch.Checkpoint failing) throws Exception {
        after(failing, () -> {
            throw new IllegalStateException("injected");
        });

        BackupException reason = assertProblem(BackupProblem.RESTORE_FAILED, this::restore);

        assertThat(reason.kind()).isEqualTo("switch");
        assertUntouched();
        assertThat(events).doesNotContain(new DatabaseReplaced()).last().isInstanceOf(RestoreEvent.Failed.class);
        after(failing, () -> {});
        restore();
        assertThat(projects(context)).containsExactly("Garden", "House");
    }

    /** For SQLite, an empty file is a sound database. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4096})
    void whatDoesNotWorkInItsPlaceIsTakenBack(int zeros) throws Exception {
        after(
                DatabaseSwitch.Checkpoint.SWITCHED,
                () -> Files.write(root.database(), new byte[zeros], StandardOpenOption.TRUNCATE_EXISTING));

        assertProblem(BackupProblem.RESTORE_FAILED, this::restore);

        after(DatabaseSwitch.Checkpoint.SWITCHED, () -> {});
        assertUntouched();
    }

    @Test
    void whatThePoolCannotOpenIsTakenBack() throws Exception {
        restart(FragilePool.class);
        AtomicInteger failures = context.getBean(AtomicInteger.class);
        on(RestoreStep.HEALTH_CHECK, () -> failures.set(1));

        BackupException reason = assertProblem(BackupProblem.RESTORE_FAILED, this::restore);

        assertThat(reason.kind()).isEqualTo("switch");
        assertThat(failures).hasValue(0);
        assertUntouched();
    }

    @Test
    void whatCannotBeClearedAwayChangesNothing() throws Exception {
        after(DatabaseSwitch.Checkpoint.KEPT, () -> {
            throw new IOException("injected");
        });

        restore();

        assertThat(projects(context)).containsExactly("Garden", "House");
        BackupException reason = assertProblem(BackupProblem.RESTORE_REFUSED, this::restore);
        assertThat(reason.kind()).isEqualTo("unfinished");
        assertThat(service.undoOffer()).as("it would be refused like that").isEmpty();
        restart();
        assertThat(service.undoOffer()).isPresent();
        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
        assertThat(context.getBean(AuditLog.class).latest(9))
                .filteredOn(operation -> operation.kind() == AuditEntryKind.RESTORED && operation.succeeded())
                .as("recorded once, not again at the start")
                .hasSize(1);
    }

    /** The pool would open a file that the next start rolls back. */
    @Test
    void aDatabaseThatCouldNotBePutBackStaysClosedUntilTheNextStart() throws Exception {
        after(DatabaseSwitch.Checkpoint.SWITCHED, () -> {
            after(DatabaseSwitch.Checkpoint.ROLLBACK_NOTED, () -> {
                throw new IllegalStateException("injected");
            });
            throw new IllegalStateException("injected");
        });

        BackupException reason = assertProblem(BackupProblem.RESTORE_FAILED, this::restore);

        assertThat(reason.kind()).isEqualTo("stuck");
        assertThatThrownBy(() -> projects(context)).hasMessageContaining("neither finished nor undone");
        restart();
        assertUntouched();
    }

    @Test
    void nobodyElseBacksUpWhileFilesChangePlaces() throws Exception {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        on(RestoreStep.HEALTH_CHECK, () -> {
            Thread other = new Thread(() -> refused.set(catchThrowable(() -> backUp(context))));
            other.start();
            other.join();
        });

        restore();

        assertThat(refused.get())
                .isInstanceOfSatisfying(
                        BackupException.class,
                        reason -> assertThat(reason.problem()).isEqualTo(BackupProblem.RESTORE_RUNNING));
        context.getBean(SettableClock.class).advance(Duration.ofMinutes(1));
        assertThat(backUp(context).file()).exists();
    }

    @Test
    void aSecondProcessThatIsStartedMeanwhileDoesNotStart() throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        on(
                RestoreStep.HEALTH_CHECK,
                () -> failure.set(catchThrowable(() -> root.start(TestBeans.class, ImpatientDatabase.class))));

        restore();

        assertThat(failure.get()).rootCause().hasMessageContaining("Another Graph Tracker is restoring a backup");
        assertThat(projects(context)).containsExactly("Garden", "House");
    }

    @Test
    void oneRestoreAtATime() throws Exception {
        RestorePreview preview = service.preview(new RestoreRequest.OfBackup(name()));
        AtomicReference<BackupException> second = new AtomicReference<>();
        on(RestoreStep.MIGRATING, () -> {
            assertThat(service.isRunning()).isTrue();
            second.set(assertProblem(BackupProblem.RESTORE_RUNNING, () -> service.restore(preview, "berta")));
        });

        service.restore(preview, "anna");

        assertThat(second.get()).isNotNull();
        assertThat(service.isRunning()).isFalse();
    }

    @Test
    void whatFailsBeforeTheSwitchLeavesNothing() throws Exception {
        on(RestoreStep.SAFETY_BACKUP, () -> Files.writeString(folder.resolve(".env"), "BACKUPS_DIR="));

        assertProblem(BackupProblem.BACKUPS_DIR_EMPTY, this::restore);

        assertUntouched();
    }

    /** A pool that cannot be opened for a number of attempts. */
    static class FragilePool {

        @Bean
        AtomicInteger failures() {
            return new AtomicInteger();
        }

        @Bean
        @Primary
        GatedDataSource fragileDataSource(DatabaseUrl database, AtomicInteger failures) {
            return new GatedDataSource(
                    () -> {
                        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                            throw new IllegalStateException("injected");
                        }
                        HikariConfig config = new HikariConfig();
                        config.setJdbcUrl("jdbc:sqlite:" + ((DatabaseUrl.Sqlite) database).file());
                        return new HikariDataSource(config);
                    },
                    Duration.ofSeconds(5));
        }
    }
}

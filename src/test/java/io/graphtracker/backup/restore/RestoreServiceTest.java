package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static io.graphtracker.backup.restore.RestoreRoot.backUp;
import static io.graphtracker.backup.restore.RestoreRoot.delete;
import static io.graphtracker.backup.restore.RestoreRoot.execute;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.operations.Operation;
import io.graphtracker.backup.operations.OperationKind;
import io.graphtracker.backup.operations.OperationsRecord;
import io.graphtracker.environment.DatabaseReplaced;
import io.graphtracker.environment.DatabaseUrl;
import io.graphtracker.environment.GatedDataSource;
import io.graphtracker.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The steps of a restore on real files, without pages. */
class RestoreServiceTest {

    @TempDir
    Path folder;

    private final List<Object> events = new ArrayList<>();
    private RestoreRoot root;
    private AnnotationConfigApplicationContext context;
    private RestoreService service;
    private Backup backup;

    /** A backup with the projects Garden and House; since then House was deleted and Boat was added. */
    @BeforeEach
    void start() throws SQLException {
        root = RestoreRoot.create(folder, "Garden", "House");
        context = root.start(TestBeans.class);
        service = context.getBean(RestoreService.class);
        backup = backUp(context);
        delete(context, "House");
        add(context, "Boat");
        context.getBean(SettableClock.class).advance(Duration.ofMinutes(1));
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof RestoreEvent || event.getPayload() instanceof DatabaseReplaced) {
                events.add(event.getPayload());
            }
        });
    }

    @AfterEach
    void stop() {
        context.close();
    }

    /** A clock to be moved, and something to be done after a step of the switch. */
    static class TestBeans {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        AtomicReference<SwitchWatcher> watcher() {
            return new AtomicReference<>(step -> {});
        }

        @Bean
        SwitchWatcher switchWatcher(AtomicReference<SwitchWatcher> watcher) {
            return step -> watcher.get().accept(step);
        }
    }

    @Test
    void aBackupIsBroughtBackAndTheFormerStateIsKept() throws Exception {
        RestoreResult result = restore();

        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(result.backup()).isEqualTo(name());
        assertThat(result.undo()).isFalse();
        assertThat(result.keptAs()).isNull();
        CatalogEntry safety = context.getBean(BackupCatalog.class).find(result.safetyBackup());
        assertThat(safety.manifest()).extracting(BackupManifest::kind).isEqualTo(BackupKind.BEFORE_RESTORE);
        assertThat(projects(safety.file())).containsExactly("Boat", "Garden");
        assertThat(events)
                .startsWith(new RestoreEvent.Started(name(), false), new RestoreEvent.Reached(RestoreStep.STAGING))
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

    /** Its log is beside the file itself. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToTheDatabaseStaysALink(@TempDir Path elsewhere) throws Exception {
        context.close();
        Path real = elsewhere.resolve("real.db");
        Files.move(root.database(), real);
        Files.createSymbolicLink(root.database(), real);
        context = root.start(TestBeans.class);
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

        Operation restored =
                context.getBean(OperationsRecord.class).lastRestore().orElseThrow();
        assertThat(restored.kind()).isEqualTo(OperationKind.RESTORED);
        assertThat(restored.by()).isEqualTo("anna");
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

        RestoreResult undone = service.undo(service.preview(offer.safetyBackup()), "anna");

        assertThat(projects(context)).containsExactly("Boat", "Garden");
        assertThat(undone.undo()).isTrue();
        assertThat(projects(root.backups().resolve(undone.safetyBackup()))).containsExactly("Garden", "House", "Shed");
        assertThat(service.undoOffer()).isEmpty();
        assertThat(context.getBean(OperationsRecord.class)
                        .lastRestore()
                        .orElseThrow()
                        .kind())
                .isEqualTo(OperationKind.UNDONE);
        assertProblem(
                BackupProblem.UNDO_UNAVAILABLE, () -> service.undo(service.preview(offer.safetyBackup()), "anna"));
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

        RestorePreview preview = service.preview(name());

        assertThat(preview.there()).containsEntry("projects", 2L);
        assertThat(preview.now()).containsEntry("projects", 2L);
        assertThat(preview.lost()).containsExactly("Boat");
        assertThat(preview.reverted()).containsExactly("Garden");
        assertThat(preview.broughtBack()).containsExactly("House");
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

    @Test
    void aBackupThatIsChangedAfterThePreviewIsNotBroughtBack() throws Exception {
        RestorePreview preview = service.preview(name());
        byte[] bytes = Files.readAllBytes(backup.file());
        bytes[bytes.length - 1] ^= 1;
        Files.write(backup.file(), bytes);

        BackupException reason = assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.restore(preview, "anna"));

        assertThat(reason.kind()).isEqualTo("changed");
        assertUntouched();
        Operation failed = context.getBean(OperationsRecord.class).latest(1).getFirst();
        assertThat(failed.kind()).isEqualTo(OperationKind.RESTORED);
        assertThat(failed.problem()).isEqualTo("restore_refused");
    }

    @Test
    void aBackupThatVanishesAfterThePreviewIsNotBroughtBack() throws Exception {
        RestorePreview preview = service.preview(name());
        Files.delete(backup.file());

        assertProblem(BackupProblem.BACKUP_NOT_FOUND, () -> service.restore(preview, "anna"));

        assertUntouched();
    }

    @Test
    void aTransactionThatDoesNotEndIsNotCutOff() throws Exception {
        RestorePreview preview = service.preview(name());
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
        RestorePreview preview = service.preview(name());
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

    /** Where the process would be killed, it only fails here; the application goes on with what it had. */
    @ParameterizedTest
    @EnumSource(
            value = DatabaseSwitch.Step.class,
            names = {"INTENT_WRITTEN", "DATABASE_ASIDE", "ALL_ASIDE", "SWITCHED"})
    void aSwitchThatFailsIsTakenBack(DatabaseSwitch.Step failing) throws Exception {
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

    /** For SQLite, a file of no bytes is a sound database. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4096})
    void whatDoesNotWorkInItsPlaceIsTakenBack(int zeros) throws Exception {
        after(
                DatabaseSwitch.Step.SWITCHED,
                () -> Files.write(root.database(), new byte[zeros], StandardOpenOption.TRUNCATE_EXISTING));

        assertProblem(BackupProblem.RESTORE_FAILED, this::restore);

        after(DatabaseSwitch.Step.SWITCHED, () -> {});
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

    /** A pool that cannot be opened as often as it is told. */
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

    @Test
    void whatCannotBeClearedAwayChangesNothing() throws Exception {
        after(DatabaseSwitch.Step.KEPT, () -> {
            throw new IOException("injected");
        });

        restore();

        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(service.undoOffer()).isPresent();
        BackupException reason = assertProblem(BackupProblem.RESTORE_REFUSED, this::restore);
        assertThat(reason.kind()).isEqualTo("unfinished");
        restart();
        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
        assertThat(context.getBean(OperationsRecord.class).latest(9))
                .filteredOn(operation -> operation.kind() == OperationKind.RESTORED && operation.succeeded())
                .as("recorded once, not again at the start")
                .hasSize(1);
    }

    /** The pool would open what the next start takes back. */
    @Test
    void aDatabaseThatCouldNotBePutBackStaysClosedUntilTheNextStart() throws Exception {
        after(DatabaseSwitch.Step.SWITCHED, () -> {
            after(DatabaseSwitch.Step.ROLLBACK_NOTED, () -> {
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
        on(RestoreStep.HEALTH_CHECK, () -> failure.set(catchThrowable(() -> root.start(TestBeans.class))));

        restore();

        assertThat(failure.get()).rootCause().hasMessageContaining("Another Graph Tracker is bringing a backup back");
        assertThat(projects(context)).containsExactly("Garden", "House");
    }

    @Test
    void oneRestoreAtATime() throws Exception {
        RestorePreview preview = service.preview(name());
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

    private RestoreResult restore() {
        return service.restore(service.preview(name()), "anna");
    }

    private String name() {
        return backup.file().getFileName().toString();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something once, when a step begins. Events are told on the restore's own thread. */
    private void on(RestoreStep step, Work work) {
        AtomicReference<Work> once = new AtomicReference<>(work);
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload().equals(new RestoreEvent.Reached(step))) {
                Work first = once.getAndSet(null);
                if (first != null) {
                    quietly(first);
                }
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void after(DatabaseSwitch.Step step, Work work) {
        context.getBean("watcher", AtomicReference.class).set((SwitchWatcher) reached -> {
            if (reached == step) {
                quietly(work);
            }
        });
    }

    private void restart(Class<?>... more) {
        context.close();
        context = root.start(
                Stream.concat(Stream.of(TestBeans.class), Stream.of(more)).toArray(Class<?>[]::new));
        service = context.getBean(RestoreService.class);
    }

    private void assertUntouched() throws Exception {
        assertThat(projects(context)).containsExactly("Boat", "Garden");
        assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
    }

    private static BackupException assertProblem(BackupProblem problem, ThrowingCallable work) {
        BackupException reason = catchThrowableOfType(BackupException.class, work);
        assertThat(reason).isNotNull();
        assertThat(reason.problem()).isEqualTo(problem);
        return reason;
    }
}

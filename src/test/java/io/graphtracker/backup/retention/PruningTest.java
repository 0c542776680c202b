package io.graphtracker.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupResult;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.Timing;
import io.graphtracker.testing.StubVolumeSpace;
import io.graphtracker.testing.WatchedExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.AdditionalAnswers;

/** The rule is applied after a verified backup, and at no other time. */
@Timeout(60)
class PruningTest {

    private static final RetentionRule LAST_TWO = Histories.rule("last 2");

    @TempDir
    Path root;

    private TestBackups backups;
    private RetentionService service;
    private Pruning pruning;
    private CatalogService catalog;

    /** Three backups of the schedule, one a day, the oldest first. */
    private final List<String> made = new ArrayList<>();

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

    @Test
    void withoutARuleNothingIsDeleted() throws IOException {
        makeScheduled();

        assertThat(names()).hasSize(4);
        assertThat(service.rule()).isEmpty();
    }

    @Test
    void savingARuleAloneDeletesNothing() throws IOException {
        service.save(LAST_TWO, "zoe");
        backups.bean(WatchedExecutor.class).awaitIdle();

        assertThat(names()).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void afterTheNextBackupItIsAppliedAndRecorded() throws IOException {
        service.save(LAST_TWO, "zoe");

        String newest = makeScheduled();

        assertThat(names()).containsExactly(newest, made.getLast());
        assertThat(FolderContents.of(backups.folder()).names()).hasSize(6);
        List<AuditEntry> entries = backups.bean(AuditLog.class).latest(2);
        assertThat(entries).extracting(AuditEntry::backup).containsExactly(made.get(1), made.getFirst());
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(AuditEntryKind.DELETED);
            assertThat(entry.user()).isEqualTo("retention");
            assertThat(entry.succeeded()).isTrue();
            assertThat(entry.detail()).isEqualTo("Not kept by any part of the rule (the last 2).");
        });
    }

    @Test
    void manualBackupsApplyItToo() throws IOException {
        service.save(Histories.rule("last 1"), "zoe");

        String manual = makeManual();

        assertThat(names()).containsExactly(manual, made.getLast());
    }

    @Test
    void whatIsDoneIsWhatThePreviewSays() throws IOException {
        makeManual();
        makeManual();
        catalog.setProtected(made.getFirst(), true, "zoe");
        Files.copy(backups.file(made.get(1)), backups.file("by_hand.db"));
        Files.writeString(backups.file("foreign.sqlite"), "no database");
        makeScheduled();
        String newest = makeScheduled();
        RetentionRule rule = Histories.withManual(Histories.rule("last 1 + weekly 2"));
        RetentionPlan preview = service.plan(rule);

        service.save(rule, "zoe");
        pruning.prune(newest);

        assertThat(preview.deletions()).hasSizeGreaterThan(2);
        assertThat(names())
                .containsExactlyElementsOf(
                        Histories.kept(preview).stream().map(CatalogEntry::name).toList());
        assertThat(service.plan(rule).deletions()).isEmpty();
    }

    /** What must never be: deleting good backups while new ones fail. */
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

    /** By another process, for example. */
    @Test
    void ifANewerBackupIsNotVerifiedNothingIsDeleted() throws IOException {
        service.save(LAST_TWO, "zoe");
        Files.writeString(backups.file("graph_tracker_20261125_213000.sqlite"), "damaged");

        pruning.prune(made.getLast());

        assertThat(names()).hasSize(4);
    }

    @Test
    void aSafetyBackupIsPartOfARestoreAndDeletesNothing() throws IOException {
        service.save(LAST_TWO, "zoe");

        backups.make(BackupKind.BEFORE_RESTORE);

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

    /** Somebody may do so while the rule deletes others. */
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

    /** For example one that was made immutable. */
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

    /** One whose folder refuses to delete some files. */
    private Pruning refusing(String... names) {
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

    @Test
    void theEndOfTheApplicationEndsIt() throws IOException {
        service.save(Histories.rule("last 1"), "zoe");
        backups.on(CatalogChanged.class, pruning::close);

        pruning.prune(made.getLast());

        assertThat(names()).as("the oldest went first").containsExactly(made.getLast(), made.get(1));
    }

    @Test
    void turnedOffItDeletesNothingAndOtherPagesAreTold() throws IOException {
        service.save(LAST_TWO, "zoe");
        assertThat(backups.published(RetentionChanged.class)).isOne();
        service.turnOff("zoe");
        assertThat(backups.published(RetentionChanged.class)).isEqualTo(2);

        makeScheduled();

        assertThat(service.rule()).isEmpty();
        assertThat(names()).hasSize(4);
    }

    @Test
    void theSensibleRuleReplacesNone() throws IOException {
        assertThat(service.saveSensible("zoe")).isEqualTo(SensibleRule.SAVED);
        assertThat(service.rule()).contains(RetentionRule.SENSIBLE);
        AuditEntry entry = backups.bean(AuditLog.class).latest(1).getFirst();
        assertThat(entry.kind()).isEqualTo(AuditEntryKind.RETENTION_CHANGED);
        assertThat(entry.detail()).isEqualTo("7 daily, 4 weekly, 12 monthly");

        service.save(LAST_TWO, "zoe");
        assertThat(service.saveSensible("zoe")).isEqualTo(SensibleRule.KEPT_OTHER);
        assertThat(service.rule()).contains(LAST_TWO);
    }

    /** For example those of a schedule and a rule that were lost with the operations database. */
    @Test
    void theSensibleRuleIsNotSavedUnseenIfItWouldDelete() throws IOException {
        for (int day = 0; day < 9; day++) {
            makeScheduled();
        }

        assertThat(service.saveSensible("zoe")).isEqualTo(SensibleRule.NEEDS_PREVIEW);
        assertThat(service.rule()).isEmpty();

        service.save(LAST_TWO, "zoe");
        assertThat(service.saveSensible("zoe")).isEqualTo(SensibleRule.KEPT_OTHER);
    }

    /** As a scheduled run does if nothing has changed. */
    @Test
    void whenTheNewestIsVerifiedAgainInsteadOfANewBackupItIsApplied() throws IOException {
        service.save(LAST_TWO, "zoe");
        Path newest = backups.file(made.getLast());

        catalog.verify(made.getLast(), "schedule");
        backups.bean(WatchedExecutor.class).awaitIdle();
        assertThat(names()).as("verified by hand").hasSize(3);

        BackupResult result = backups.bean(BackupService.class)
                .backUpUnless(
                        sha256 -> Optional.of(new Backup(newest, manifest(newest))), BackupKind.SCHEDULED, "schedule");
        backups.bean(WatchedExecutor.class).awaitIdle();
        assertThat(result.isNew()).isFalse();
        assertThat(names()).as("not verified yet").hasSize(3);

        catalog.verify(made.getLast(), "schedule");
        backups.bean(WatchedExecutor.class).awaitIdle();
        assertThat(names()).containsExactly(made.getLast(), made.get(1));
    }

    private static BackupManifest manifest(Path backup) {
        return BackupManifest.read(backup.resolveSibling(backup.getFileName() + ".json"))
                .orElseThrow();
    }

    @Test
    void thePeriodsAreThoseOfTheZoneOfTheSchedule() throws IOException {
        ZoneId zone = ZoneId.of("Pacific/Kiritimati");
        backups.bean(ScheduleService.class).save(new Schedule(new Timing.Off(), zone), "zoe");

        RetentionPlan plan = service.plan(Histories.rule("daily 1"));

        assertThat(plan.files())
                .extracting(RetentionPlan.Decided::decision)
                .filteredOn(Decision.Keep.class::isInstance)
                .first()
                .extracting(keep -> ((Decision.Keep) keep).reasons())
                .asInstanceOf(list(KeepReason.class))
                .anySatisfy(reason -> assertThat(reason)
                        .isInstanceOfSatisfying(
                                KeepReason.Newest.class,
                                newest -> assertThat(newest.at().getZone()).isEqualTo(zone)));
    }

    private String makeScheduled() {
        return settled(BackupKind.SCHEDULED);
    }

    private String makeManual() {
        return settled(BackupKind.MANUAL);
    }

    /** Makes a backup, lets the rule be applied, and advances the clock by a day. */
    private String settled(BackupKind kind) {
        String name = backups.make(kind);
        backups.bean(WatchedExecutor.class).awaitIdle();
        backups.advance(Duration.ofDays(1));
        return name;
    }

    private List<String> names() throws IOException {
        return backups.bean(BackupCatalog.class).list().entries().stream()
                .map(CatalogEntry::name)
                .toList();
    }
}

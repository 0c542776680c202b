package io.graphtracker.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupResult;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.Timing;
import io.graphtracker.testing.WatchedExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rule is applied after a verified backup, and at no other time. */
class PruningTest extends PruningFixture {

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
}

package io.graphtracker.backup.retention;

import static io.graphtracker.backup.retention.Histories.MEGABYTE;
import static io.graphtracker.backup.retention.Histories.marked;
import static io.graphtracker.backup.retention.Histories.protectedByUser;
import static io.graphtracker.backup.retention.Histories.proven;
import static io.graphtracker.backup.retention.Histories.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import io.graphtracker.backup.restore.RestoreService;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stays whatever the rule says, and what that means for the others. */
class ExemptionsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final CatalogEntry newest = scheduled(ago(0));
    private final CatalogEntry old = scheduled(ago(400));
    private final RetentionRule rule = Histories.rule("last 1");

    private static Instant ago(int days) {
        return NOW.minus(days, ChronoUnit.DAYS);
    }

    @Test
    void withoutAnyReasonItGoes() {
        assertThat(with(old)).isEqualTo(Decision.Delete.NOT_KEPT);
    }

    @Test
    void protectedOnesStay() {
        assertStays(protectedByUser(old), KeepReason.Exempt.PROTECTED);
    }

    @Test
    void manualOnesStayUnlessTheRuleCoversThem() {
        CatalogEntry manual = Histories.of(ago(400), BackupKind.MANUAL);

        assertStays(manual, KeepReason.Exempt.MANUAL);
        assertThat(with(manual, Histories.withManual(rule))).isEqualTo(Decision.Delete.NOT_KEPT);
    }

    /** Their time and their origin are not certain: one could push out a backup made here. */
    @ParameterizedTest
    @EnumSource(
            value = BackupKind.class,
            names = {"UPLOADED", "ADDED"})
    void thoseFromElsewhereStayAlsoIfTheRuleCoversManualOnes(BackupKind kind) {
        CatalogEntry other = Histories.of(ago(400), kind);

        assertThat(with(other, Histories.withManual(rule)))
                .isEqualTo(new Decision.Keep(List.of(KeepReason.Exempt.FROM_ELSEWHERE)));
    }

    @Test
    void oneThatSomebodyRenamedStays() {
        assertStays(
                Histories.of("before-the-move.sqlite", ago(400), BackupKind.SCHEDULED, MEGABYTE, proven(ago(400))),
                KeepReason.Exempt.FROM_ELSEWHERE);
    }

    @Test
    void safetyBackupsStayAsLongAsARestoreCanBeUndone() {
        int days = (int) RestoreService.UNDO.toDays();

        assertStays(Histories.of(ago(days).plusSeconds(1), BackupKind.BEFORE_RESTORE), KeepReason.Exempt.UNDO);
        assertThat(with(Histories.of(ago(days), BackupKind.BEFORE_RESTORE))).isEqualTo(Decision.Delete.NOT_KEPT);
    }

    /** However old it is by its own date, which may have been wrong. */
    @Test
    void theSafetyBackupOnOfferStays() {
        CatalogEntry safety = Histories.of(ago(400), BackupKind.BEFORE_RESTORE);

        RetentionPlan plan =
                RetentionPlan.of(List.of(newest, safety), rule, NOW.atZone(ZoneOffset.UTC), Set.of(safety.name()));

        assertThat(Histories.decision(plan, safety)).isEqualTo(new Decision.Keep(List.of(KeepReason.Exempt.UNDO)));
    }

    /** With it, the former version of the application can be used again; the ones before it are too old for that. */
    @Test
    void theLastBackupBeforeAnUpgradeStays() {
        CatalogEntry last = Histories.of(ago(400), BackupKind.BEFORE_UPGRADE);
        CatalogEntry earlier = Histories.of(ago(800), BackupKind.BEFORE_UPGRADE);

        RetentionPlan plan =
                RetentionPlan.of(List.of(newest, earlier, last), rule, NOW.atZone(ZoneOffset.UTC), Set.of());

        assertThat(Histories.decision(plan, last)).isEqualTo(new Decision.Keep(List.of(KeepReason.Exempt.ROLLBACK)));
        assertThat(Histories.decision(plan, earlier)).isEqualTo(Decision.Delete.NOT_KEPT);
    }

    @Test
    void thoseDatedInTheFutureStay() {
        assertStays(marked(scheduled(ago(-400)), true, false), KeepReason.Exempt.FUTURE);
    }

    @Test
    void whatIsNotVerifiedStays() {
        List<VerificationState> states = List.of(
                new VerificationState.Unchecked(),
                new VerificationState.Broken("damaged"),
                new VerificationState.NotRestorable("foreign_keys", List.of()));
        for (VerificationState state : states) {
            assertStays(Histories.of(ago(400), BackupKind.SCHEDULED, MEGABYTE, state), KeepReason.Exempt.UNVERIFIED);
            assertStays(Histories.withoutManifest(old, state), KeepReason.Exempt.UNVERIFIED);
        }
    }

    @Test
    void whatIsNotOursStays() {
        assertStays(
                Histories.withoutManifest(old, new VerificationState.Foreign("foreign")), KeepReason.Exempt.FOREIGN);
    }

    @Test
    void whatTheCatalogProtectsAsTheNewestStays() {
        assertStays(marked(old, false, true), KeepReason.Exempt.NEWEST);
        assertThat(with(marked(Histories.of(ago(400), BackupKind.MANUAL), false, true)))
                .isEqualTo(new Decision.Keep(List.of(KeepReason.Exempt.NEWEST, KeepReason.Exempt.MANUAL)));
    }

    @Test
    void eachReasonIsNamed() {
        CatalogEntry manual = protectedByUser(Histories.of(ago(400), BackupKind.MANUAL));

        assertThat(with(manual))
                .isEqualTo(new Decision.Keep(List.of(KeepReason.Exempt.PROTECTED, KeepReason.Exempt.MANUAL)));
    }

    /** Otherwise two manual backups of today would push out the one of yesterday's schedule. */
    @Test
    void whatStaysAnywayTakesNoPlaceInTheCounts() {
        CatalogEntry manual = Histories.of(ago(0).plusSeconds(60), BackupKind.MANUAL);
        CatalogEntry kept = protectedByUser(scheduled(ago(1)));

        RetentionPlan plan = Histories.plan(
                List.of(manual, newest, kept, scheduled(ago(2)), old), Histories.rule("last 2"), NOW.plusSeconds(120));

        assertThat(plan.deletions()).extracting(RetentionPlan.Decided::entry).containsExactly(old);
    }

    /** New backups fail: the older ones may be needed. */
    @Test
    void ifTheNewestIsNotVerifiedNothingGoes() {
        CatalogEntry broken =
                Histories.of(ago(-1), BackupKind.SCHEDULED, MEGABYTE, new VerificationState.Broken("damaged"));
        CatalogEntry notRestorable = Histories.of(
                ago(-1), BackupKind.MANUAL, MEGABYTE, new VerificationState.NotRestorable("foreign_keys", List.of()));
        CatalogEntry copied = Histories.withoutManifest(scheduled(ago(-1)), new VerificationState.Unchecked());

        for (CatalogEntry unverified : List.of(broken, notRestorable, copied)) {
            RetentionPlan plan = Histories.plan(List.of(unverified, newest, old), rule, NOW);

            assertThat(plan.deletions()).as("%s", unverified.state()).isEmpty();
            assertThat(Histories.decision(plan, old))
                    .isEqualTo(new Decision.Keep(List.of(KeepReason.Exempt.NEWEST_UNVERIFIED)));
        }
    }

    /** They say nothing about whether new backups can be made. */
    @Test
    void newerFilesOfOthersThatAreNotVerifiedPreventNothing() {
        CatalogEntry uploaded =
                Histories.of(ago(-1), BackupKind.UPLOADED, MEGABYTE, new VerificationState.Broken("damaged"));
        CatalogEntry foreign = Histories.withoutManifest(scheduled(ago(-2)), new VerificationState.Foreign("foreign"));
        CatalogEntry future = marked(
                Histories.of(ago(-30), BackupKind.SCHEDULED, MEGABYTE, new VerificationState.Unchecked()), true, false);

        RetentionPlan plan = Histories.plan(List.of(uploaded, foreign, future, newest, old), rule, NOW);

        assertThat(plan.deletions()).extracting(RetentionPlan.Decided::entry).containsExactly(old);
    }

    @Test
    void inAFolderWithoutBackupsNothingGoes() {
        assertThat(Histories.plan(List.of(), rule, NOW).files()).isEmpty();
    }

    private Decision with(CatalogEntry entry) {
        return with(entry, rule);
    }

    /** Beside the newest, which takes the only place. */
    private Decision with(CatalogEntry entry, RetentionRule applied) {
        return Histories.decision(Histories.plan(List.of(newest, entry), applied, NOW), entry);
    }

    private void assertStays(CatalogEntry entry, KeepReason reason) {
        assertThat(with(entry)).isEqualTo(new Decision.Keep(List.of(reason)));
    }
}

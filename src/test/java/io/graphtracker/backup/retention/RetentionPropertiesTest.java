package io.graphtracker.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for any history and any rule. */
class RetentionPropertiesTest {

    private static final Instant FIRST = Instant.parse("2023-12-20T00:00:00Z");

    /** Enough for three years, with nights on which the clock changes. */
    private static final int HOURS = 3 * 365 * 24;

    /** One folder, and when it is looked at. */
    record Folder(List<CatalogEntry> files, ZonedDateTime now, Set<String> neededToUndo) {

        RetentionPlan plan(RetentionRule rule) {
            return plan(files, rule);
        }

        RetentionPlan plan(List<CatalogEntry> listed, RetentionRule rule) {
            return RetentionPlan.of(listed, rule, now, neededToUndo);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theNewestVerifiedOneSurvives(@ForAll("folders") Folder folder, @ForAll("rules") RetentionRule rule) {
        List<CatalogEntry> kept = Histories.kept(folder.plan(rule));

        folder.files().stream()
                .filter(entry -> entry.isProven()
                        && !entry.inFuture()
                        && entry.manifest().kind().isOwn())
                .min(CatalogEntry.NEWEST_FIRST)
                .ifPresent(newest -> assertThat(kept).contains(newest));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onlyWhatTheRuleCoversGoes(@ForAll("folders") Folder folder, @ForAll("rules") RetentionRule rule) {
        assertThat(folder.plan(rule).deletions())
                .extracting(RetentionPlan.Decided::entry)
                .allSatisfy(entry -> {
                    assertThat(entry.isProven()).isTrue();
                    assertThat(entry.isProtected()).isFalse();
                    assertThat(entry.inFuture()).isFalse();
                    assertThat(entry.protectedAsNewest()).isFalse();
                    assertThat(folder.neededToUndo()).doesNotContain(entry.name());
                    assertThat(entry.manifest().kind())
                            .isIn(
                                    BackupKind.SCHEDULED,
                                    BackupKind.BEFORE_RESTORE,
                                    BackupKind.BEFORE_UPGRADE,
                                    rule.manualToo() ? BackupKind.MANUAL : null);
                });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theOrderDoesNotMatter(
            @ForAll("folders") Folder folder, @ForAll("rules") RetentionRule rule, @ForAll Random random) {
        List<CatalogEntry> shuffled = new ArrayList<>(folder.files());
        Collections.shuffle(shuffled, random);

        assertThat(folder.plan(shuffled, rule)).isEqualTo(folder.plan(rule));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void appliedTwiceItChangesNothing(@ForAll("folders") Folder folder, @ForAll("rules") RetentionRule rule) {
        List<CatalogEntry> kept = Histories.kept(folder.plan(rule));

        assertThat(folder.plan(kept, rule).deletions()).isEmpty();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatStaysHasAReason(@ForAll("folders") Folder folder, @ForAll("rules") RetentionRule rule) {
        assertThat(folder.plan(rule).files()).hasSameSizeAs(folder.files()).allSatisfy(file -> {
            if (file.decision() instanceof Decision.Keep(List<KeepReason> reasons)) {
                assertThat(reasons).isNotEmpty().doesNotHaveDuplicates();
            }
        });
    }

    /** A file that cannot be looked at is not listed; that must not cost another one. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatTheListingMissesOnlyKeepsMore(
            @ForAll("verified") Folder folder, @ForAll("rules") RetentionRule any, @ForAll Random random) {
        RetentionRule rule = withoutSize(any);
        List<CatalogEntry> listed = new ArrayList<>(folder.files());
        listed.removeIf(entry -> random.nextInt(4) == 0);

        assertThat(folder.plan(rule).deletions())
                .extracting(RetentionPlan.Decided::entry)
                .containsAll(folder.plan(listed, rule).deletions().stream()
                        .map(RetentionPlan.Decided::entry)
                        .toList());
    }

    /** A total size is another matter: what is over it now would fit when newer ones have gone. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void appliedAfterEachBackupItKeepsTheSameAsOnceAtTheEnd(
            @ForAll("verified") Folder folder, @ForAll("rules") RetentionRule any) {
        RetentionRule rule = withoutSize(any);
        List<CatalogEntry> kept = new ArrayList<>();
        for (CatalogEntry made : folder.files().stream()
                .sorted(Comparator.comparing(entry -> entry.at().toInstant()))
                .toList()) {
            kept.add(made);
            ZonedDateTime now = made.at().withZoneSameInstant(folder.now().getZone());
            kept = new ArrayList<>(Histories.kept(RetentionPlan.of(kept, rule, now, folder.neededToUndo())));
        }

        assertThat(Histories.kept(folder.plan(kept, rule))).isEqualTo(Histories.kept(folder.plan(rule)));
    }

    private static RetentionRule withoutSize(RetentionRule rule) {
        return new RetentionRule(
                rule.counts().isEmpty() ? Map.of(RetentionTier.DAILY, 2) : rule.counts(),
                null,
                rule.minimumAge(),
                rule.manualToo());
    }

    @Provide
    Arbitrary<RetentionRule> rules() {
        Arbitrary<Map<RetentionTier, Integer>> counts = Arbitraries.maps(
                Arbitraries.of(RetentionTier.class), Arbitraries.integers().between(0, 6));
        return Combinators.combine(
                        counts,
                        Arbitraries.longs().between(1, 20_000).injectNull(0.6),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(true, false))
                .as((given, size, days, manual) -> {
                    boolean none = given.values().stream().allMatch(count -> count == 0);
                    return new RetentionRule(
                            given, none && size == null ? Long.valueOf(5_000) : size, Duration.ofDays(days), manual);
                });
    }

    @Provide
    Arbitrary<Folder> folders() {
        return folders(Arbitraries.frequency(
                Tuple.of(8, new VerificationState.Proven(FIRST)),
                Tuple.of(1, new VerificationState.Unchecked()),
                Tuple.of(1, new VerificationState.Broken("damaged")),
                Tuple.of(1, new VerificationState.Foreign("foreign"))));
    }

    @Provide
    Arbitrary<Folder> verified() {
        return folders(Arbitraries.just(new VerificationState.Proven(FIRST)));
    }

    private static Arbitrary<Folder> folders(Arbitrary<VerificationState> states) {
        Arbitrary<CatalogEntry> entry = Combinators.combine(
                        // many in a few days, and some that are far apart
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 200),
                                Arbitraries.integers().between(0, HOURS)),
                        Arbitraries.frequency(
                                Tuple.of(8, BackupKind.SCHEDULED),
                                Tuple.of(2, BackupKind.MANUAL),
                                Tuple.of(1, BackupKind.BEFORE_RESTORE),
                                Tuple.of(1, BackupKind.BEFORE_UPGRADE),
                                Tuple.of(1, BackupKind.UPLOADED)),
                        Arbitraries.longs().between(1, 3_000),
                        states,
                        Arbitraries.integers().between(0, 9))
                .as((hours, kind, size, state, protection) -> {
                    CatalogEntry made = Histories.of(FIRST.plus(Duration.ofHours(hours)), kind, size, state);
                    return protection == 0 ? Histories.protectedByUser(made) : made;
                });
        return Combinators.combine(
                        entry.list().uniqueElements(CatalogEntry::name).ofMaxSize(60),
                        Arbitraries.of("UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu")
                                .map(ZoneId::of),
                        Arbitraries.integers().between(0, 60))
                .as((files, zone, needed) -> new Folder(
                        files,
                        FIRST.plus(Duration.ofHours(HOURS + 1)).atZone(zone),
                        needed < files.size() ? Set.of(files.get(needed).name()) : Set.of()));
    }
}

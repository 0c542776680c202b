package io.graphtracker.backup.watch.web;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupProblem.Category;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.watch.DataSafety;
import io.graphtracker.backup.watch.DrillResult;
import io.graphtracker.backup.watch.SafetyMonitor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The metrics of the backups. docs/operations.md documents their names, which are part of the contract. What is not
 * known is {@code NaN}. No disk is read for them: they show what {@link SafetyMonitor} read last.
 */
@Component
class BackupMetrics {

    private static final double MILLIS = 1_000;

    /** What an attempt to make a backup usually ends with if it fails. */
    private static final Set<Category> OF_BACKUPS =
            EnumSet.of(Category.CONFIGURATION, Category.CANCELLED, Category.FAILURE);

    private final SafetyMonitor monitor;
    private final Clock clock;
    private final MeterRegistry registry;
    private final Counter made;

    BackupMetrics(SafetyMonitor monitor, Clock clock, MeterRegistry registry) {
        this.monitor = monitor;
        this.clock = clock;
        this.registry = registry;
        made = Counter.builder("graphtracker.backups.made")
                .description("Backups that were made since the start")
                .register(registry);
        // from the start: monitoring cannot tell the first failure from a new series
        Arrays.stream(BackupProblem.values())
                .filter(problem -> OF_BACKUPS.contains(problem.category()))
                .forEach(this::failed);
        gauge(
                "graphtracker.backup.age",
                "seconds",
                "Time since the newest verified backup was made, or found to be unchanged",
                safety -> safety.savedUntil().map(this::ago).orElse(Double.NaN));
        gauge(
                "graphtracker.backup.duration",
                "seconds",
                "How long it took to make and verify that backup",
                safety -> manifest(safety)
                        .map(manifest -> manifest.durationMillis() / MILLIS)
                        .orElse(Double.NaN));
        gauge(
                "graphtracker.backup.size",
                "bytes",
                "The size of that backup",
                safety ->
                        newest(safety).map(entry -> (double) entry.sizeBytes()).orElse(Double.NaN));
        gauge(
                "graphtracker.backup.safe",
                "",
                "1 if the Backups page answers that the data are safe, otherwise 0",
                BackupMetrics::safe);
        gauge(
                "graphtracker.drill.passed",
                "",
                "1 if the last restore drill passed, otherwise 0",
                safety -> drill(safety).map(result -> result.passed() ? 1.0 : 0).orElse(Double.NaN));
        gauge(
                "graphtracker.drill.duration",
                "seconds",
                "How long the last restore drill took",
                safety -> drill(safety)
                        .filter(DrillResult::passed)
                        .map(result -> result.took().toMillis() / MILLIS)
                        .orElse(Double.NaN));
        gauge(
                "graphtracker.drill.age",
                "seconds",
                "Time since the last restore drill",
                safety -> drill(safety).map(DrillResult::endedAt).map(this::ago).orElse(Double.NaN));
    }

    private Counter failed(BackupProblem problem) {
        return Counter.builder("graphtracker.backups.failed")
                .description("Attempts since the start that made no backup, by the code of the problem")
                .tag("code", problem.code())
                .register(registry);
    }

    private void gauge(String name, String unit, String description, ToDoubleFunction<DataSafety> value) {
        Gauge.builder(name, () -> value.applyAsDouble(monitor.latest()))
                .baseUnit(unit.isEmpty() ? null : unit)
                .description(description)
                .register(registry);
    }

    private static double safe(DataSafety safety) {
        if (!safety.isRead()) {
            return Double.NaN;
        }
        return switch (safety.verdict()) {
            case YES, BUT -> 1;
            case NO, UNKNOWN -> 0;
        };
    }

    private double ago(Instant then) {
        return Duration.between(then, Instant.now(clock)).toMillis() / MILLIS;
    }

    private static Optional<CatalogEntry> newest(DataSafety safety) {
        return Optional.ofNullable(safety.newest());
    }

    private static Optional<BackupManifest> manifest(DataSafety safety) {
        return newest(safety).map(CatalogEntry::manifest);
    }

    private static Optional<DrillResult> drill(DataSafety safety) {
        return Optional.ofNullable(safety.state().conclusive());
    }

    @EventListener
    void on(BackupEvent.Finished event) {
        made.increment();
    }

    @EventListener
    void on(BackupEvent.Failed event) {
        failed(event.reason().problem()).increment();
    }
}

package io.graphtracker.backup.watch.ui;

import io.graphtracker.backup.restore.RestoreDrill;
import io.graphtracker.backup.watch.CallAddress;
import io.graphtracker.backup.watch.CallResult;
import io.graphtracker.backup.watch.DrillResult;
import io.graphtracker.backup.watch.VerificationResult;
import io.graphtracker.backup.watch.WatchJob;
import io.graphtracker.backup.watch.WatchProgress;
import io.graphtracker.backup.watch.WatchSettings;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sentences about what is watched. */
@Component
class WatchTexts {

    private final SafetyTexts safetyTexts;
    private final Texts texts;

    WatchTexts(SafetyTexts safetyTexts, Texts texts) {
        this.safetyTexts = safetyTexts;
        this.texts = texts;
    }

    /** The result of the last verification of all backups. */
    String verification(@Nullable VerificationResult result) {
        return result == null
                ? texts.get("watch.verification.none")
                : texts.get(
                        result.failures().isEmpty() ? "watch.verification.passed" : "watch.verification.failed",
                        safetyTexts.when(result.endedAt()),
                        result.passed(),
                        result.failures().size());
    }

    /** The result of the last restore drill. */
    String drill(@Nullable DrillResult result) {
        if (result == null) {
            return texts.get("watch.drill.none");
        }
        String when = safetyTexts.when(result.endedAt());
        return switch (result.outcome()) {
            case PASSED ->
                texts.get(
                        "watch.drill.passed",
                        when,
                        result.backup(),
                        safetyTexts.duration(result.took()),
                        time(result, RestoreDrill.Phase.COPYING),
                        time(result, RestoreDrill.Phase.MIGRATING),
                        time(result, RestoreDrill.Phase.CHECKING),
                        time(result, RestoreDrill.Phase.COUNTING));
            case FAILED -> texts.get("watch.drill.failed", when, result.backup(), result.message());
            case IMPOSSIBLE -> texts.get("watch.drill.impossible", when, result.message());
        };
    }

    private String time(DrillResult result, RestoreDrill.Phase phase) {
        return safetyTexts.duration(result.times().getOrDefault(phase, Duration.ZERO));
    }

    /** What is called, and with what result; empty if nothing is. */
    String call(WatchSettings settings, @Nullable CallResult result) {
        return CallAddress.of(settings.callAddress())
                .map(address -> result == null
                        ? texts.get("watch.call.none", address.shown())
                        : texts.get(
                                result.succeeded() ? "watch.call.last" : "watch.call.last.failed",
                                address.shown(),
                                safetyTexts.when(result.at()),
                                problem(result)))
                .orElse("");
    }

    /** Why a call failed. */
    String problem(CallResult result) {
        return result.problem() == null
                ? ""
                : texts.get(Texts.key("watch.call.problem.", result.problem().code()), String.valueOf(result.status()));
    }

    /** How far a run is. */
    String progress(WatchProgress progress) {
        if (progress.waiting()) {
            return texts.get("watch.progress.waiting");
        }
        return switch (progress.job()) {
            case VERIFICATION ->
                texts.get("watch.progress.verification", progress.number(), progress.total(), progress.backup())
                        + percent(progress);
            case DRILL ->
                progress.phase() == null
                        ? texts.get("watch.progress.drill")
                        : texts.get("watch.progress.drill.phase", progress.backup(), phase(progress.phase()))
                                + percent(progress);
        };
    }

    private String phase(RestoreDrill.Phase phase) {
        return texts.get("watch.phase." + phase.name().toLowerCase(Locale.ROOT));
    }

    private String percent(WatchProgress progress) {
        return progress.progress().hasPercent()
                ? " " + texts.get("watch.progress.percent", progress.progress().percent())
                : "";
    }

    /** What is announced when a run begins. */
    String begun(WatchJob job) {
        return texts.get("watch.begun." + job.code());
    }
}

package io.graphtracker.backup.watch.ui;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.watch.DataSafety;
import io.graphtracker.backup.watch.DrillResult;
import io.graphtracker.backup.watch.SafetyReason;
import io.graphtracker.backup.watch.VerificationResult;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.TimeAgo;
import io.graphtracker.texts.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sentences about the safety of the data. */
@Component
class SafetyTexts {

    private static final double MILLIS = 1_000;

    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Clock clock;

    SafetyTexts(BackupTexts backupTexts, Texts texts, Clock clock) {
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.clock = clock;
    }

    /** The answer in a word or two. */
    String answer(DataSafety safety) {
        return texts.get(Texts.key("safety.answer.", safety.verdict().code()));
    }

    /** What the answer rests on, the most important first. */
    List<String> reasons(DataSafety safety) {
        return safety.reasons().stream()
                .sorted()
                .map(reason -> reason(reason, safety))
                .toList();
    }

    /** How old the newest backup is; empty if there is none. */
    String newest(DataSafety safety) {
        CatalogEntry newest = safety.newest();
        if (newest == null) {
            return "";
        }
        String made = ago(newest.at().toInstant());
        String on = when(newest.at().toInstant());
        return safety.savedUntil().filter(newest.at().toInstant()::isBefore).isPresent()
                ? texts.get(
                        "safety.newest.unchanged",
                        made,
                        on,
                        ago(safety.savedUntil().get()))
                : texts.get("safety.newest", made, on);
    }

    private String reason(SafetyReason reason, DataSafety safety) {
        String key = Texts.key("safety.reason.", reason.code());
        return switch (reason) {
            case NO_FOLDER -> noFolder(key, safety.folderProblem());
            case UNREADABLE_FOLDER, NO_BACKUP, DATABASE_EMPTY, NO_SCHEDULE, RUN_FAILED -> texts.get(key);
            case OUTDATED -> texts.get(key, safety.state().settings().maxAgeDays());
            case DRILL_FAILED -> drill(key, safety.state().conclusive());
            case DRILL_IMPOSSIBLE -> drill(key, safety.state().drill());
            case DAMAGED -> damaged(key, safety.state().verification());
            case UNREADABLE_RESULTS -> texts.get(key, OperationsDatabase.FILE);
        };
    }

    /** The Backups page asks for a folder that is not set, and tells what else can be done. */
    private String noFolder(String key, @Nullable BackupException problem) {
        return problem == null || problem.problem().isFolderUnset()
                ? texts.get("backup.last.no-folder")
                : texts.get(key, backupTexts.message(problem) + " " + backupTexts.hint(problem));
    }

    private String drill(String key, @Nullable DrillResult drill) {
        return drill == null ? "" : texts.get(key, drill.backup(), drill.message(), when(drill.endedAt()));
    }

    private String damaged(String key, @Nullable VerificationResult verification) {
        return verification == null
                ? ""
                : texts.get(
                        key,
                        verification.failures().size(),
                        verification.failures().stream()
                                .map(VerificationResult.Failure::name)
                                .collect(Collectors.joining(", ")));
    }

    /** How many changes are not in the newest backup; empty if there is none. */
    String loss(DataSafety safety) {
        if (safety.newest() == null) {
            return "";
        }
        return safety.changes() == null ? texts.get("safety.loss.unknown") : texts.get("safety.loss", safety.changes());
    }

    /** How long a restore would take. */
    String restore(DataSafety safety) {
        DrillResult drill = safety.state().conclusive();
        return drill == null
                ? texts.get("safety.restore.unknown")
                : safety.restoreTime()
                        .map(time -> texts.get(
                                "safety.restore", duration(time), when(drill.endedAt()), duration(drill.took())))
                        .orElseGet(() -> texts.get("safety.restore.failed"));
    }

    /** Where the copies are. */
    String volumes(DataSafety safety) {
        DataSafety.Volumes volumes = safety.volumes();
        if (safety.has(SafetyReason.UNREADABLE_FOLDER)) {
            return texts.get("safety.volumes.unreadable");
        }
        if (volumes == null || safety.newest() == null) {
            return texts.get("safety.volumes.none");
        }
        return volumes.shared()
                ? texts.get("safety.volumes.one", volumes.ofDatabase())
                : texts.get("safety.volumes.two", volumes.ofDatabase(), volumes.ofBackups());
    }

    /** What every page warns of; empty if nothing. */
    String warning(DataSafety safety) {
        return safety.warning()
                .map(reason -> switch (reason) {
                    case OUTDATED -> outdated(safety);
                    case NO_BACKUP -> texts.get("safety.banner.no-backup");
                    default -> reason(reason, safety);
                })
                .orElse("");
    }

    private String outdated(DataSafety safety) {
        return texts.get(
                "safety.banner.outdated",
                safety.state().settings().maxAgeDays(),
                safety.savedUntil().map(this::ago).orElse(""));
    }

    /** A time to the minute, in the server's zone. */
    String when(Instant time) {
        return Times.toTheMinute(time.atZone(clock.getZone()));
    }

    String duration(Duration duration) {
        if (duration.toMinutes() > 0) {
            return texts.get("settings.backups.duration.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
        // less than a tenth of a second would read as nothing
        return texts.get("settings.backups.duration.seconds", Math.max(0.1, duration.toMillis() / MILLIS));
    }

    private String ago(Instant then) {
        return TimeAgo.of(then, Instant.now(clock), texts);
    }
}

package io.graphtracker.backup.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupProgress;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.json.BackupResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of the backup action. Members about a running backup are null while none runs.
 *
 * @param state {@code running} or {@code idle}
 * @param phase {@code copying}, {@code checking} or {@code publishing}
 * @param percent of the whole
 * @param phasePercent of the phase
 * @param bytesDone of the phase
 * @param bytesTotal of the phase; for copying an estimate
 * @param secondsLeft null also while it is unknown
 * @param startedAt ISO 8601 with the server's offset
 * @param cancelling whether it was asked to cancel
 * @param lastResult of the last backup that ended since the application was started; null if there is none
 */
record BackupStateResponse(
        boolean ok,
        String state,
        @Nullable String phase,
        @Nullable Integer percent,
        @JsonProperty("phase_percent") @Nullable Integer phasePercent,
        @JsonProperty("bytes_done") @Nullable Long bytesDone,
        @JsonProperty("bytes_total") @Nullable Long bytesTotal,
        @JsonProperty("seconds_left") @Nullable Long secondsLeft,
        @JsonProperty("started_at") @Nullable String startedAt,
        @Nullable Boolean cancelling,
        @JsonProperty("last_result") @Nullable Result lastResult) {

    /** The result of a backup. */
    @Schema(oneOf = {Success.class, Failure.class})
    sealed interface Result {}

    /**
     * A backup was made, or an equal one existed.
     *
     * @param schemaVersion of its last migration; null if it was not made by migrations
     * @param contents the number of items of each kind
     */
    record Success(
            @JsonUnwrapped BackupResponse backup,
            @JsonProperty("schema_version") @Nullable String schemaVersion,
            Map<String, Long> contents)
            implements Result {}

    /**
     * The reason of a failure.
     *
     * @param startedAt when the attempt started, ISO 8601 with the server's offset
     */
    record Failure(
            boolean ok,
            String code,
            String message,
            String hint,
            @JsonProperty("started_at") String startedAt) implements Result {}

    static BackupStateResponse of(
            Optional<BackupProgress> running, Optional<BackupEvent.Ended> last, BackupTexts texts) {
        Result result = last.map(ended -> result(ended, texts)).orElse(null);
        return running.map(progress -> running(progress, result))
                .orElseGet(() ->
                        new BackupStateResponse(true, "idle", null, null, null, null, null, null, null, null, result));
    }

    private static BackupStateResponse running(BackupProgress progress, @Nullable Result last) {
        return new BackupStateResponse(
                true,
                "running",
                progress.phase().code(),
                progress.percent(),
                progress.phasePercent(),
                progress.doneBytes(),
                progress.totalBytes(),
                progress.remaining().map(Duration::toSeconds).orElse(null),
                time(progress.startedAt()),
                progress.cancelling(),
                last);
    }

    private static Result result(BackupEvent.Ended ended, BackupTexts texts) {
        return switch (ended) {
            case BackupEvent.Finished(var backup, var user) -> success(backup, texts);
            case BackupEvent.Unchanged(var existing, var user) -> success(existing, texts);
            case BackupEvent.Failed(var reason, var at, var user) ->
                new Failure(false, reason.problem().code(), texts.message(reason), texts.hint(reason), time(at));
        };
    }

    private static Success success(Backup backup, BackupTexts texts) {
        return new Success(
                BackupResponse.of(backup, texts),
                backup.manifest().schemaVersion(),
                backup.manifest().contents());
    }

    private static String time(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}

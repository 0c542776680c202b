package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.restore.RestorePreview.Compared;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.TimeAgo;
import io.graphtracker.texts.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;

/** The sentences about a restore, the same for the dialog and the command line. */
public final class RestoreTexts {

    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Clock clock;

    public RestoreTexts(BackupTexts backupTexts, Texts texts, Clock clock) {
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.clock = clock;
    }

    /** The title before the preview is known. */
    public String title(RestoreRequest request) {
        return switch (request) {
            case RestoreRequest.OfBackup(String backup) ->
                BackupName.of(backup)
                        .map(name -> texts.get("restore.title", Times.toTheMinute(name.time())))
                        .orElseGet(() -> texts.get("restore.title.unnamed", backup));
            case RestoreRequest.OfFormerDatabase(FormerDatabase database) -> formerTitle(database);
            case RestoreRequest.Undo undo -> undoTitle(undo);
        };
    }

    /** The title with the time that the backup itself tells. */
    public String title(RestorePreview preview) {
        return switch (preview.request()) {
            case RestoreRequest.OfBackup backup -> texts.get("restore.title", Times.toTheMinute(local(preview)));
            case RestoreRequest.OfFormerDatabase(FormerDatabase database) -> formerTitle(database);
            case RestoreRequest.Undo undo -> undoTitle(undo);
        };
    }

    private String undoTitle(RestoreRequest.Undo undo) {
        return texts.get("restore.undo.title", Times.toTheMinute(undo.offer().at()));
    }

    private String formerTitle(FormerDatabase database) {
        return texts.get("restore.kept.title", backupTexts.time(database.at()));
    }

    /** The age of the content; for a former database also why it was kept. */
    public String age(RestorePreview preview) {
        if (preview.source() instanceof RestoreSource.OfFormerDatabase(FormerDatabase former)) {
            return texts.get(
                    "restore.kept.age",
                    backupTexts.time(former.at()),
                    texts.get(Texts.key("restore.kept.reason.", former.reason().code())));
        }
        String key = preview.request() instanceof RestoreRequest.Undo ? "restore.undo.age" : "restore.age";
        ZonedDateTime at = local(preview);
        return texts.get(key, Times.withZone(at), TimeAgo.of(at.toInstant(), clock.instant(), texts));
    }

    /** What happens to the current content. */
    private String safety(RestoreRequest request) {
        return switch (request) {
            case RestoreRequest.OfBackup backup -> texts.get("restore.safety", RestoreService.UNDO.toDays());
            case RestoreRequest.OfFormerDatabase former -> texts.get("restore.safety", RestoreService.UNDO.toDays());
            case RestoreRequest.Undo undo -> texts.get("restore.undo.safety");
        };
    }

    /** What becomes of the present database; empty if there is none. */
    public String safety(RestorePreview preview) {
        return preview.compared() == Compared.MISSING ? "" : safety(preview.request());
    }

    /** Why it is unknown what would change, without which everything would seem lost, or new; empty if it is known. */
    public String notCompared(Compared compared) {
        return switch (compared) {
            case YES -> "";
            case OLDER -> texts.get("restore.unknown.there");
            case OVERDUE -> texts.get("restore.unknown.overdue");
            case UNREADABLE -> texts.get("restore.unknown.now");
            case MISSING -> texts.get("restore.unknown.missing");
        };
    }

    /** The text of the button that confirms. */
    public String confirm(RestoreRequest request) {
        return switch (request) {
            case RestoreRequest.OfBackup backup -> texts.get("restore.confirm");
            case RestoreRequest.OfFormerDatabase former -> texts.get("restore.confirm");
            case RestoreRequest.Undo undo -> texts.get("restore.undo.confirm");
        };
    }

    /** The sentence that the restore is done. */
    public String done(RestorePreview confirmed) {
        String key = switch (confirmed.request()) {
            case RestoreRequest.OfBackup backup -> "restore.done";
            case RestoreRequest.OfFormerDatabase former -> "restore.kept.done";
            case RestoreRequest.Undo undo -> "restore.undo.done";
        };
        // former databases are told apart by the second, as in their list
        return texts.get(
                key,
                confirmed.request() instanceof RestoreRequest.OfFormerDatabase
                        ? backupTexts.time(local(confirmed))
                        : Times.toTheMinute(local(confirmed)));
    }

    /** Where the replaced database is now; empty if there was none. */
    public String former(RestoreResult result) {
        String safetyBackup = result.safetyBackup();
        if (safetyBackup != null) {
            return texts.get("restore.done.safety", safetyBackup);
        }
        Path formerFolder = result.formerFolder();
        FormerDatabaseReason reason = result.formerReason();
        return formerFolder == null || reason == null
                ? ""
                : texts.get(
                        "restore.done.kept",
                        texts.get(Texts.key("restore.kept.reason.", reason.code())),
                        formerFolder.toString());
    }

    /** The time in the zone of the server; a backup may have been made in another one. */
    private ZonedDateTime local(RestorePreview preview) {
        return preview.source().at().withZoneSameInstant(clock.getZone());
    }
}

package io.graphtracker.backup.restore.ui;

import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.FormerDatabaseReason;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestoreResult;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.restore.RestoreSource;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.TimeAgo;
import io.graphtracker.texts.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;

/** What the dialogs say, of a restore and of an undo. */
final class RestoreTexts {

    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Clock clock;

    RestoreTexts(BackupTexts backupTexts, Texts texts, Clock clock) {
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.clock = clock;
    }

    /** The title while nothing but a name is known. */
    String title(Wish wish) {
        return switch (wish) {
            case Wish.Restore(String backup) ->
                BackupName.of(backup)
                        .map(name -> texts.get("restore.title", Times.toTheMinute(name.time())))
                        .orElseGet(() -> texts.get("restore.title.unnamed", backup));
            case Wish.Kept(FormerDatabase database) -> keptTitle(database);
            case Wish.Undo undo -> undoTitle(undo);
        };
    }

    /** The title when the backup itself has told its time. */
    String title(Wish wish, RestorePreview preview) {
        return switch (wish) {
            case Wish.Restore restore -> texts.get("restore.title", Times.toTheMinute(local(preview)));
            case Wish.Kept(FormerDatabase database) -> keptTitle(database);
            case Wish.Undo undo -> undoTitle(undo);
        };
    }

    private String undoTitle(Wish.Undo undo) {
        return texts.get("restore.undo.title", Times.toTheMinute(undo.offer().at()));
    }

    private String keptTitle(FormerDatabase database) {
        return texts.get("restore.kept.title", backupTexts.time(database.at()));
    }

    /** Of when it is; and of what is not known to be undamaged, why it was kept. */
    String age(Wish wish, RestorePreview preview) {
        if (preview.source() instanceof RestoreSource.OfFiles(FormerDatabase kept)) {
            return texts.get(
                    "restore.kept.age",
                    backupTexts.time(kept.at()),
                    texts.get("restore.kept.reason." + kept.reason().code()));
        }
        String key = wish instanceof Wish.Undo ? "restore.undo.age" : "restore.age";
        ZonedDateTime at = local(preview);
        return texts.get(key, Times.withZone(at), TimeAgo.of(at.toInstant(), clock.instant(), texts));
    }

    /** That nothing is lost for good. */
    String safety(Wish wish) {
        return switch (wish) {
            case Wish.Restore restore -> texts.get("restore.safety", RestoreService.UNDO.toDays());
            case Wish.Kept kept -> texts.get("restore.safety", RestoreService.UNDO.toDays());
            case Wish.Undo undo -> texts.get("restore.undo.safety");
        };
    }

    /** The button that does it. */
    String confirm(Wish wish) {
        return switch (wish) {
            case Wish.Restore restore -> texts.get("restore.confirm");
            case Wish.Kept kept -> texts.get("restore.confirm");
            case Wish.Undo undo -> texts.get("restore.undo.confirm");
        };
    }

    /** That it is done. */
    String done(Wish wish, RestorePreview confirmed) {
        String key = switch (wish) {
            case Wish.Restore restore -> "restore.done";
            case Wish.Kept kept -> "restore.kept.done";
            case Wish.Undo undo -> "restore.undo.done";
        };
        // what was kept as files is told apart by the second, as the list does
        return texts.get(
                key,
                wish instanceof Wish.Kept ? backupTexts.time(local(confirmed)) : Times.toTheMinute(local(confirmed)));
    }

    /** Where what was replaced is now; empty if there was nothing. */
    String former(RestoreResult result) {
        String safetyBackup = result.safetyBackup();
        if (safetyBackup != null) {
            return texts.get("restore.done.safety", safetyBackup);
        }
        Path kept = result.keptAs();
        FormerDatabaseReason reason = result.keptBecause();
        return kept == null || reason == null
                ? ""
                : texts.get("restore.done.kept", texts.get("restore.kept.reason." + reason.code()), kept.toString());
    }

    /** A backup may have been made in another zone. */
    private ZonedDateTime local(RestorePreview preview) {
        return preview.source().at().withZoneSameInstant(clock.getZone());
    }
}

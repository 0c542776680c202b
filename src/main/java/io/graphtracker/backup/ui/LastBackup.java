package io.graphtracker.backup.ui;

import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.BackupsOverview;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.time.Duration;

/**
 * The newest backup, in the words a page shows. Plain texts, since it travels through a signal; what is not known is empty.
 *
 * @param path the full path, or empty if there is none
 * @param absence why none is shown, or empty
 * @param details what its manifest tells
 */
record LastBackup(String name, String size, String time, String path, String absence, Details details) {

    /**
     * What the manifest of a backup tells.
     *
     * @param absence why it tells nothing, or empty
     */
    record Details(
            String kind,
            String contents,
            String sha256,
            String duration,
            String schemaVersion,
            String applicationVersion,
            String provenAt,
            String absence) {

        static Details none(String reason) {
            return new Details("", "", "", "", "", "", "", reason);
        }

        static Details of(BackupManifest manifest, BackupTexts backupTexts, Texts texts) {
            return new Details(
                    backupTexts.kind(manifest),
                    backupTexts.contents(manifest),
                    manifest.sha256(),
                    seconds(manifest.duration(), texts),
                    manifest.schemaVersion() == null ? "" : manifest.schemaVersion(),
                    manifest.applicationVersion(),
                    backupTexts.time(manifest.provenAt().atZone(manifest.zone())),
                    "");
        }

        private static String seconds(Duration duration, Texts texts) {
            return duration.toMinutes() == 0
                    ? texts.get("settings.backups.duration.seconds", duration.toMillis() / 1000.0)
                    : texts.get("settings.backups.duration.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
    }

    /** None to show, for a reason. */
    static LastBackup none(String reason) {
        return new LastBackup("", "", "", "", reason, Details.none(""));
    }

    static LastBackup of(BackupsOverview.Latest latest, BackupTexts backupTexts, Texts texts) {
        BackupManifest manifest = latest.manifest();
        return new LastBackup(
                latest.file().getFileName().toString(),
                ByteSize.format(latest.sizeBytes()),
                backupTexts.time(latest.at()),
                latest.file().toString(),
                "",
                manifest == null
                        ? Details.none(texts.get("settings.backups.details.none"))
                        : Details.of(manifest, backupTexts, texts));
    }

    boolean exists() {
        return !name.isEmpty();
    }
}

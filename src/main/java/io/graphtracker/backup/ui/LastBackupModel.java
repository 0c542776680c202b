package io.graphtracker.backup.ui;

import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupManifest.Standing;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.BackupsOverview;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.util.Locale;

/**
 * The newest backup, in the words a page shows. Plain texts, since it travels through a signal; what is not known is empty.
 *
 * @param path the full path, or empty if there is none
 * @param absence why none is shown, or empty
 * @param fault that it cannot be restored, or empty
 * @param details what its manifest tells
 */
record LastBackupModel(
        String name, String size, String time, String path, String absence, String fault, Details details) {

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

        static Details of(BackupManifest manifest, Standing standing, BackupTexts backupTexts, Texts texts) {
            return new Details(
                    backupTexts.kind(manifest),
                    backupTexts.contents(manifest),
                    manifest.sha256(),
                    seconds(manifest.duration(), texts),
                    manifest.schemaVersion() == null ? "" : manifest.schemaVersion(),
                    manifest.applicationVersion(),
                    standing == Standing.PROVEN
                            ? backupTexts.time(manifest.provenAt().atZone(manifest.zone()))
                            : state(standing, texts),
                    "");
        }

        private static String seconds(Duration duration, Texts texts) {
            return duration.toMinutes() == 0
                    ? texts.get("settings.backups.duration.seconds", duration.toMillis() / 1000.0)
                    : texts.get("settings.backups.duration.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
    }

    /** None to show, for a reason. */
    static LastBackupModel none(String reason) {
        return new LastBackupModel("", "", "", "", reason, "", Details.none(""));
    }

    static LastBackupModel of(BackupsOverview.Latest latest, BackupTexts backupTexts, Texts texts) {
        BackupManifest manifest = latest.manifest();
        return new LastBackupModel(
                latest.file().getFileName().toString(),
                ByteSize.format(latest.sizeBytes()),
                backupTexts.time(latest.at()),
                latest.file().toString(),
                "",
                switch (latest.standing()) {
                    case NOT_RESTORABLE, BROKEN -> state(latest.standing(), texts);
                    case PROVEN, UNCHECKED -> "";
                },
                manifest == null
                        ? Details.none(texts.get("settings.backups.details.none"))
                        : Details.of(manifest, latest.standing(), backupTexts, texts));
    }

    private static String state(Standing standing, Texts texts) {
        return texts.get("backups.state." + standing.name().toLowerCase(Locale.ROOT));
    }

    boolean exists() {
        return !name.isEmpty();
    }
}

package io.graphtracker.backup.ui;

import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import io.graphtracker.backup.catalog.VerificationTexts;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.time.Instant;

/**
 * The last backup as a page shows it. Plain texts, since it travels through a signal; what is unknown is empty.
 *
 * @param path the full path, or empty if there is none
 * @param absence why none is shown, or empty
 * @param shortAbsence the same where the folder and what is wrong with it are shown, too
 * @param fault that it cannot be restored or read, or empty
 * @param details what its manifest tells
 */
record LastBackupModel(
        String name,
        String size,
        String time,
        String path,
        String absence,
        String shortAbsence,
        String fault,
        Details details) {

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

        static Details of(BackupManifest manifest, VerificationState state, BackupTexts backupTexts, Texts texts) {
            return new Details(
                    backupTexts.kind(manifest),
                    backupTexts.contents(manifest),
                    manifest.sha256(),
                    seconds(manifest.duration(), texts),
                    manifest.schemaVersion() == null ? "" : manifest.schemaVersion(),
                    manifest.applicationVersion(),
                    state instanceof VerificationState.Proven(Instant at)
                            ? backupTexts.time(at.atZone(manifest.zone()))
                            : VerificationTexts.of(state, texts),
                    "");
        }

        private static String seconds(Duration duration, Texts texts) {
            return duration.toMinutes() == 0
                    ? texts.get("settings.backups.duration.seconds", duration.toMillis() / 1000.0)
                    : texts.get("settings.backups.duration.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
    }

    /** No backup, for a reason. */
    static LastBackupModel none(String reason) {
        return none(reason, reason);
    }

    static LastBackupModel none(String reason, String shortReason) {
        return new LastBackupModel("", "", "", "", reason, shortReason, "", Details.none(""));
    }

    static LastBackupModel of(CatalogEntry entry, BackupTexts backupTexts, Texts texts) {
        BackupManifest manifest = entry.manifest();
        return new LastBackupModel(
                entry.name(),
                ByteSize.format(entry.sizeBytes()),
                backupTexts.time(entry.at()),
                entry.path(),
                "",
                "",
                fault(entry.state(), texts),
                manifest == null
                        ? Details.none(texts.get("settings.backups.details.none"))
                        : Details.of(manifest, entry.state(), backupTexts, texts));
    }

    private static String fault(VerificationState state, Texts texts) {
        return switch (state) {
            case VerificationState.Proven proven -> "";
            case VerificationState.Unchecked unchecked -> "";
            case VerificationState.Broken broken -> VerificationTexts.of(broken, texts);
            case VerificationState.NotRestorable fault -> VerificationTexts.of(fault, texts);
            case VerificationState.Foreign foreign -> VerificationTexts.of(foreign, texts);
        };
    }

    boolean exists() {
        return !name.isEmpty();
    }
}

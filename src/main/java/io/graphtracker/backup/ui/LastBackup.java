package io.graphtracker.backup.ui;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.BackupsOverview;
import io.graphtracker.texts.ByteSize;

/**
 * The newest backup, in the words a page shows. Plain texts, since it travels through a signal.
 *
 * @param path the full path, or empty if there is none
 * @param absence why none is shown, or empty
 */
record LastBackup(String name, String size, String time, String path, String absence) {

    /** None to show, for a reason. */
    static LastBackup none(String reason) {
        return new LastBackup("", "", "", "", reason);
    }

    static LastBackup of(BackupsOverview.Latest latest, BackupTexts texts) {
        return new LastBackup(
                latest.file().getFileName().toString(),
                ByteSize.format(latest.sizeBytes()),
                texts.time(latest.at()),
                latest.file().toString(),
                "");
    }

    boolean exists() {
        return !name.isEmpty();
    }
}

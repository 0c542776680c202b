package io.graphtracker.backup.ui;

import io.graphtracker.backup.BackupsOverview;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;

/**
 * The folder the next backup would go to, in the words a page shows. Plain texts, since it travels through a signal.
 *
 * @param description its full path, or what is missing
 * @param free the room there
 */
record TargetFolder(String description, String free) {

    /** Not looked yet. */
    static final TargetFolder UNKNOWN = new TargetFolder("…", "…");

    static TargetFolder of(BackupsOverview.Folder folder, Texts texts) {
        String path = folder.path().toString();
        return new TargetFolder(
                folder.exists() ? path : texts.get("settings.backups.folder.new", path),
                folder.freeBytes() == null
                        ? texts.get("settings.backups.free.unknown")
                        : ByteSize.format(folder.freeBytes()));
    }

    static TargetFolder missing(String problem, Texts texts) {
        return new TargetFolder(problem, texts.get("settings.backups.free.unknown"));
    }
}

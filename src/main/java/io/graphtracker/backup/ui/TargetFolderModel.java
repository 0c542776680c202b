package io.graphtracker.backup.ui;

import io.graphtracker.backup.catalog.FolderWarning;
import io.graphtracker.backup.catalog.TargetFolder;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder the next backup would be written to, as a page shows it. Plain texts, since it travels through a signal.
 *
 * @param path its full path, or empty
 * @param description the same with what is to be said of it, or what is missing
 * @param free the free space there; empty if it is unknown
 * @param fault why it cannot be written to, or empty
 * @param besideDatabase a warning that the database is in it, or empty
 * @param openToOthers a warning that others have access to it, or empty
 */
public record TargetFolderModel(
        String path, String description, String free, String fault, String besideDatabase, String openToOthers) {

    /** Before the first look. */
    public static final TargetFolderModel UNKNOWN = new TargetFolderModel("", "…", "…", "", "", "");

    /** The folder, with what speaks against it. */
    public static TargetFolderModel of(TargetFolder folder, Texts texts) {
        String path = folder.path().toString();
        return new TargetFolderModel(
                path,
                folder.exists() ? path : texts.get("settings.backups.folder.new", path),
                folder.freeBytes() == null ? "" : ByteSize.format(folder.freeBytes()),
                "",
                folder.warnings().contains(FolderWarning.CONTAINS_THE_DATABASE)
                        ? texts.get("settings.backups.warning.beside-database")
                        : "",
                folder.warnings().contains(FolderWarning.OPEN_TO_OTHERS)
                        ? texts.get("settings.backups.warning.open-to-others", path.replace("'", "'\\''"))
                        : "");
    }

    /** What speaks against it. */
    public List<String> warnings() {
        return Stream.of(fault, besideDatabase, openToOthers)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** No folder, for a reason. */
    static TargetFolderModel missing(String reason) {
        return new TargetFolderModel("", reason, "", "", "", "");
    }

    /** A folder that can be read, but not written to. */
    public static TargetFolderModel unusable(String path, String fault) {
        return new TargetFolderModel(path, path, "", fault, "", "");
    }
}

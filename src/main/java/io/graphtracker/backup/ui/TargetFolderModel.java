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
 * @param description its full path, or what is missing
 * @param free the free space there
 * @param besideDatabase a warning that the database is in it, or empty
 * @param openToOthers a warning that others have access to it, or empty
 */
public record TargetFolderModel(String description, String free, String besideDatabase, String openToOthers) {

    /** Before the first look. */
    static final TargetFolderModel UNKNOWN = new TargetFolderModel("…", "…", "", "");

    /** The folder, with what speaks against it. */
    public static TargetFolderModel of(TargetFolder folder, Texts texts) {
        String path = folder.path().toString();
        return new TargetFolderModel(
                folder.exists() ? path : texts.get("settings.backups.folder.new", path),
                folder.freeBytes() == null
                        ? texts.get("settings.backups.unknown")
                        : ByteSize.format(folder.freeBytes()),
                folder.warnings().contains(FolderWarning.CONTAINS_THE_DATABASE)
                        ? texts.get("settings.backups.warning.beside-database")
                        : "",
                folder.warnings().contains(FolderWarning.OPEN_TO_OTHERS)
                        ? texts.get("settings.backups.warning.open-to-others", path.replace("'", "'\\''"))
                        : "");
    }

    /** What speaks against it. */
    public List<String> warnings() {
        return Stream.of(besideDatabase, openToOthers)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static TargetFolderModel missing(String problem, Texts texts) {
        return new TargetFolderModel(problem, texts.get("settings.backups.unknown"), "", "");
    }
}

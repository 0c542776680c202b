package io.graphtracker.backup.page;

import java.util.List;

/**
 * The backups folder as the page shows it.
 *
 * @param path its full path
 * @param free the free space there; empty if it is unknown
 * @param warnings why it is a bad choice, or cannot be written to
 */
record FolderModel(String path, String free, List<String> warnings) {

    static final FolderModel UNKNOWN = new FolderModel("", "", List.of());
}

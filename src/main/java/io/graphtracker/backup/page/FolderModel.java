package io.graphtracker.backup.page;

import io.graphtracker.backup.catalog.Catalog;

/** What a page knows of the backups folder. */
sealed interface FolderModel {

    /** Nobody has looked yet. */
    record Loading() implements FolderModel {}

    /** What is there. */
    record Loaded(Catalog catalog) implements FolderModel {}

    /**
     * It could not be looked at.
     *
     * @param message one sentence that says why
     * @param hint what to do about it
     * @param retry whether another look may see more
     */
    record Failed(String message, String hint, boolean retry) implements FolderModel {}
}

package io.graphtracker.backup.page;

import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.ui.TargetFolderModel;

/** The catalog as a page shows it. */
sealed interface CatalogModel {

    /** It was not loaded yet. */
    record Loading() implements CatalogModel {}

    /** Its content, and the folder. */
    record Loaded(Catalog catalog, TargetFolderModel folder) implements CatalogModel {}

    /**
     * It could not be loaded.
     *
     * @param message why, in one sentence
     * @param hint what to do about it
     * @param retry whether another attempt may succeed
     * @param folderUnset whether no folder is set, so that the user may choose one
     */
    record Failed(String message, String hint, boolean retry, boolean folderUnset) implements CatalogModel {}
}

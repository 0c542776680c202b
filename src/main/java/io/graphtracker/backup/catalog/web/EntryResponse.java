package io.graphtracker.backup.catalog.web;

import io.graphtracker.backup.catalog.CatalogEntry;

/** One backup, as it is after what was asked for. */
record EntryResponse(boolean ok, BackupEntry backup) {

    static EntryResponse of(CatalogEntry entry) {
        return new EntryResponse(true, BackupEntry.of(entry));
    }
}

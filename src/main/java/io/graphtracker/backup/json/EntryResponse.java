package io.graphtracker.backup.json;

import io.graphtracker.backup.catalog.CatalogEntry;

/** One backup, as it is after what was asked for. */
public record EntryResponse(boolean ok, CatalogResponse.Entry backup) {

    public static EntryResponse of(CatalogEntry entry) {
        return new EntryResponse(true, CatalogResponse.Entry.of(entry));
    }
}

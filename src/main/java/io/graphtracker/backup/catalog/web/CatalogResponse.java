package io.graphtracker.backup.catalog.web;

import io.graphtracker.backup.PathText;
import io.graphtracker.backup.catalog.Catalog;
import java.util.List;

/**
 * A part of the list of backups.
 *
 * @param folder absolute, with forward slashes on every system
 * @param backups the newest first, those dated in the future last
 * @param total the number of all backups
 * @param offset how many of the newest were skipped
 * @param limit the most that this answer could contain
 */
record CatalogResponse(boolean ok, String folder, List<BackupEntry> backups, int total, long offset, int limit) {

    static CatalogResponse of(Catalog catalog, long offset, int limit) {
        return new CatalogResponse(
                true,
                PathText.withSlashes(catalog.folder()),
                catalog.entries().stream()
                        .skip(offset)
                        .limit(limit)
                        .map(BackupEntry::of)
                        .toList(),
                catalog.entries().size(),
                offset,
                limit);
    }
}

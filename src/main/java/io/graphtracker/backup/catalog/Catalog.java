package io.graphtracker.backup.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The content of the backups folder.
 *
 * @param folder absolute
 * @param exists whether it exists; the next backup creates it otherwise
 * @param entries the newest first, those dated in the future last
 */
public record Catalog(Path folder, boolean exists, List<CatalogEntry> entries) {

    /** Another backup with the same bytes, as far as their manifests tell. */
    public Optional<String> identicalTo(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name) && entry.manifest() != null)
                .findFirst()
                .flatMap(given -> entries.stream()
                        .filter(entry -> entry != given && isSame(entry, given))
                        .map(CatalogEntry::name)
                        .findFirst());
    }

    private static boolean isSame(CatalogEntry one, CatalogEntry other) {
        return one.isProven()
                && one.manifest() != null
                && other.manifest() != null
                && one.manifest().sha256().equals(other.manifest().sha256());
    }

    /** The newest backup that counts: verified, and of the database in use. One dated in the future is the last resort. */
    public Optional<CatalogEntry> newestVerified() {
        return entries.stream()
                .filter(entry -> entry.isProven() && entry.isOfDatabaseInUse())
                .findFirst();
    }
}

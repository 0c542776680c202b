package io.graphtracker.backup.restore;

import io.graphtracker.backup.catalog.CatalogEntry;
import java.util.List;
import java.util.Map;

/**
 * What a restore would bring back, and what it would cost. The backup has passed all its checks.
 *
 * @param backup which one
 * @param sha256 what was checked; a file that changes afterwards is not brought back
 * @param there how many things of each kind it holds; empty if its schema is too old to be counted
 * @param now how many there are in use; empty if the database cannot be read
 * @param lost what is in use and not in the backup
 * @param reverted what is in both, and was changed since
 * @param broughtBack what is in the backup and no longer in use
 */
public record RestorePreview(
        CatalogEntry backup,
        String sha256,
        Map<String, Long> there,
        Map<String, Long> now,
        Names lost,
        Names reverted,
        Names broughtBack) {

    /**
     * Things people know by name, some of them by their names.
     *
     * @param count of all of them
     * @param first the names of those that were changed last, the latest first; no more than {@link #MOST}
     */
    public record Names(long count, List<String> first) {

        /** More names nobody reads. */
        public static final int MOST = 5;

        static final Names NONE = new Names(0, List.of());

        public boolean isEmpty() {
            return count == 0;
        }
    }
}

package io.graphtracker.backup.restore;

import io.graphtracker.backup.catalog.CatalogEntry;
import java.util.List;
import java.util.Map;

/**
 * What a restore would change, and what it would cost. A backup has passed all its checks; a former database that was kept as
 * files can be opened and read, which is all that is known of it.
 *
 * @param source what would be restored
 * @param sha256 what was checked; what changes afterwards is not restored
 * @param compared whether the two could be compared; otherwise nothing can be told of what would be lost
 * @param there how many things of each kind it holds; empty if its schema is too old to be counted
 * @param now how many there are in use; empty if they were not counted
 * @param lost what is in use and not in the backup
 * @param reverted what is in both, and was changed since
 * @param broughtBack what is in the backup and no longer in use
 */
public record RestorePreview(
        RestoreSource source,
        String sha256,
        Compared compared,
        Map<String, Long> there,
        Map<String, Long> now,
        Names lost,
        Names reverted,
        Names broughtBack) {

    /** Whether what would be restored could be compared with what is in use. */
    public enum Compared {
        /** It was. */
        YES,
        /** To read the database in use took too long. */
        OVERDUE,
        /** There is no database in use that can be read. What would come back is known all the same. */
        UNREADABLE,
        /** What would be restored is of an older schema, and cannot be compared before it is migrated. */
        OLDER
    }

    /**
     * The backup that would be restored.
     *
     * @throws IllegalStateException if it is none
     */
    public CatalogEntry backup() {
        if (source instanceof RestoreSource.OfBackup(CatalogEntry entry)) {
            return entry;
        }
        throw new IllegalStateException(source.name() + " is no backup");
    }

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

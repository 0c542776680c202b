package io.graphtracker.backup.restore;

import java.util.List;
import java.util.Map;

/**
 * What a restore would bring, and what would be lost. A backup has passed all its checks; a former database can be
 * opened and read, and nothing more is known of it.
 *
 * @param request what this is the preview of
 * @param source what would be restored
 * @param sha256 checksum of what was checked; if it changes afterwards, it is not restored
 * @param compared whether the two databases could be compared; if not, what would be lost is unknown
 * @param inBackup the number of items of each kind in the source; empty if its schema is too old to be counted
 * @param current the number of items of each kind in the live database; empty if they were not counted
 * @param lost what is in the live database and not in the source
 * @param reverted what is in both, and was changed since
 * @param restored what is in the source and no longer in the live database
 */
public record RestorePreview(
        RestoreRequest request,
        RestoreSource source,
        String sha256,
        Compared compared,
        Map<String, Long> inBackup,
        Map<String, Long> current,
        Names lost,
        Names reverted,
        Names restored) {

    /** The same as the answer to another request, which asks for the same source. */
    RestorePreview asAnswerTo(RestoreRequest other) {
        return new RestorePreview(other, source, sha256, compared, inBackup, current, lost, reverted, restored);
    }

    /** Whether the source could be compared with the live database. */
    public enum Compared {
        /** It was. */
        YES,
        /** No: reading the live database took too long. */
        OVERDUE,
        /** No: there is no live database. */
        MISSING,
        /** No: the live database cannot be read. The content of the source is known all the same. */
        UNREADABLE,
        /** No: the source has an older schema, and cannot be compared before it is migrated. */
        OLDER
    }

    /**
     * A number of items, and the names of some of them.
     *
     * @param count of all of them
     * @param first the names of those that were changed last, the latest first; no more than {@link #MOST}
     */
    public record Names(long count, List<String> first) {

        /** The most names shown. */
        public static final int MOST = 5;

        static final Names NONE = new Names(0, List.of());

        public boolean isEmpty() {
            return count == 0;
        }
    }
}

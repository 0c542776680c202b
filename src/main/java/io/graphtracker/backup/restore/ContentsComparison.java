package io.graphtracker.backup.restore;

import io.graphtracker.backup.restore.RestorePreview.Names;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.DatabaseContents.Item;
import io.graphtracker.database.DatabaseContents.Items;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Compares the items of two databases. Both are read side by side in the same order, so that a million items take no
 * more memory than ten.
 */
final class ContentsComparison {

    private final Latest lost = new Latest();
    private final Latest reverted = new Latest();
    private final Latest restored = new Latest();

    /**
     * Compares two databases.
     *
     * @param inBackup the backup
     * @param current the live database; null if it cannot be read, and then treated as empty
     * @throws SQLException if one of them cannot be read, or is of an older schema
     */
    static ContentsComparison of(List<DatabaseContents> contents, Connection inBackup, @Nullable Connection current)
            throws SQLException {
        ContentsComparison comparison = new ContentsComparison();
        for (DatabaseContents part : contents) {
            try (Items backedUp = part.items(inBackup);
                    Items live = current == null ? Items.NONE : part.items(current)) {
                comparison.compare(backedUp, live);
            }
        }
        return comparison;
    }

    void compare(Items inBackup, Items current) throws SQLException {
        Item backedUp = inBackup.next();
        Item live = current.next();
        while (backedUp != null || live != null) {
            int order = order(backedUp, live);
            if (backedUp != null && order < 0) {
                restored.add(backedUp);
                backedUp = inBackup.next();
            } else if (live != null && order > 0) {
                lost.add(live);
                live = current.next();
            } else if (backedUp != null && live != null) {
                if (!backedUp.version().equals(live.version())) {
                    reverted.add(live);
                }
                backedUp = inBackup.next();
                live = current.next();
            }
        }
    }

    /** Where one list has ended, what is left of the other comes first. */
    private static int order(@Nullable Item one, @Nullable Item other) {
        if (one == null || other == null) {
            return one == null ? 1 : -1;
        }
        return order(one.id(), other.id());
    }

    /** As SQLite orders them; Java's own order differs for characters beyond the first 65,536. */
    private static int order(String one, String other) {
        return one.equals(other)
                ? 0
                : Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** What is in the live database and not in the backup. */
    Names lost() {
        return lost.names();
    }

    /** What is in both, and was changed since. */
    Names reverted() {
        return reverted.names();
    }

    /** What is in the backup and no longer in the live database. */
    Names restored() {
        return restored.names();
    }

    /** Counts all items, and remembers those that were changed last. */
    private static final class Latest {

        private static final Comparator<Item> BY_CHANGE =
                Comparator.comparing(Item::version).thenComparing(Item::id);

        private final PriorityQueue<Item> latest = new PriorityQueue<>(BY_CHANGE);
        private long count;

        void add(Item item) {
            count++;
            latest.add(item);
            if (latest.size() > Names.MOST) {
                latest.remove();
            }
        }

        Names names() {
            return new Names(
                    count,
                    latest.stream().sorted(BY_CHANGE.reversed()).map(Item::name).toList());
        }
    }
}

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
 * Compares what two databases hold, name by name. Both are read in the same order, side by side, so it takes no more memory for a
 * million things than for ten.
 */
final class ContentsComparison {

    private final Latest lost = new Latest();
    private final Latest reverted = new Latest();
    private final Latest broughtBack = new Latest();

    /**
     * Compares them.
     *
     * @param there the backup
     * @param now what is in use; null if it cannot be read, and then is taken for one that holds nothing
     * @throws SQLException if one of them cannot be read, or is of an older schema
     */
    static ContentsComparison of(List<DatabaseContents> contents, Connection there, @Nullable Connection now)
            throws SQLException {
        ContentsComparison comparison = new ContentsComparison();
        for (DatabaseContents part : contents) {
            try (Items held = part.items(there);
                    Items used = now == null ? Items.NONE : part.items(now)) {
                comparison.compare(held, used);
            }
        }
        return comparison;
    }

    void compare(Items there, Items now) throws SQLException {
        Item held = there.next();
        Item used = now.next();
        while (held != null || used != null) {
            int order = held == null ? 1 : used == null ? -1 : order(held.id(), used.id());
            if (order < 0) {
                broughtBack.add(held);
                held = there.next();
            } else if (order > 0) {
                lost.add(used);
                used = now.next();
            } else {
                if (!held.version().equals(used.version())) {
                    reverted.add(used);
                }
                held = there.next();
                used = now.next();
            }
        }
    }

    /** As SQLite orders them; Java's own order differs for characters beyond the first 65,536. */
    private static int order(String one, String other) {
        return one.equals(other)
                ? 0
                : Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** What is in use and not in the backup. */
    Names lost() {
        return lost.names();
    }

    /** What is in both, and was changed since. */
    Names reverted() {
        return reverted.names();
    }

    /** What is in the backup and no longer in use. */
    Names broughtBack() {
        return broughtBack.names();
    }

    /** Counts all, and keeps those that were changed last. */
    private static final class Latest {

        private static final Comparator<Item> BY_CHANGE =
                Comparator.comparing(Item::version).thenComparing(Item::id);

        private final PriorityQueue<Item> kept = new PriorityQueue<>(BY_CHANGE);
        private long count;

        void add(Item item) {
            count++;
            kept.add(item);
            if (kept.size() > Names.MOST) {
                kept.remove();
            }
        }

        Names names() {
            return new Names(
                    count,
                    kept.stream().sorted(BY_CHANGE.reversed()).map(Item::name).toList());
        }
    }
}

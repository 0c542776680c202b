package io.graphtracker.project.exchange.format;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Finds the groups of an outline that gives a level to each of its rows. */
final class OutlineLevels {

    private record Row(int level, String key) {}

    private final Deque<Row> around = new ArrayDeque<>();

    /** The row that contains the next one: the last one before it of a smaller level; null if there is none. */
    @Nullable
    String parent(int level, String key) {
        while (!around.isEmpty() && around.getLast().level() >= level) {
            around.removeLast();
        }
        String parent = around.isEmpty() ? null : around.getLast().key();
        around.add(new Row(level, key));
        return parent;
    }
}

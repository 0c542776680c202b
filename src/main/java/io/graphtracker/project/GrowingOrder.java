package io.graphtracker.project;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A topological order of numbered vertices that is kept up to date while arcs are added, and refuses those that close a
 * cycle. Only what lies between the ends of an arc in the order is looked at.
 *
 * @see <a href="https://doi.org/10.1145/1187436.1210590">Pearce and Kelly: A dynamic topological sort algorithm for
 *     directed acyclic graphs</a>
 */
final class GrowingOrder {

    private static final int NONE = -1;

    /** The arcs of each vertex as a list: its first arc, and the next one of each arc. */
    private final int[] firstOut;

    private final int[] firstIn;
    private final int[] nextOut;
    private final int[] nextIn;
    private final int[] sources;
    private final int[] targets;
    private int arcs;

    /** The place of each vertex in the order. */
    private final int[] places;

    GrowingOrder(int vertices, int mostArcs) {
        firstOut = filled(vertices);
        firstIn = filled(vertices);
        nextOut = new int[mostArcs];
        nextIn = new int[mostArcs];
        sources = new int[mostArcs];
        targets = new int[mostArcs];
        places = IntStream.range(0, vertices).toArray();
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, NONE);
        return none;
    }

    /**
     * Adds an arc.
     *
     * @return false if it would close a cycle; nothing has changed then
     */
    boolean add(int source, int target) {
        if (source == target) {
            return false;
        }
        if (places[source] > places[target] && !reorder(source, target)) {
            return false;
        }
        sources[arcs] = source;
        targets[arcs] = target;
        nextOut[arcs] = firstOut[source];
        nextIn[arcs] = firstIn[target];
        firstOut[source] = arcs;
        firstIn[target] = arcs;
        arcs++;
        return true;
    }

    /** Moves what comes before the source in front of what comes after the target. */
    private boolean reorder(int source, int target) {
        int[] after = reached(target, source, firstOut, nextOut, targets);
        if (after == null) {
            return false;
        }
        int[] before = reached(source, target, firstIn, nextIn, sources);
        if (before == null) {
            throw new IllegalStateException("A way leads in one direction only");
        }
        int[] free = IntStream.concat(Arrays.stream(before), Arrays.stream(after))
                .map(vertex -> places[vertex])
                .sorted()
                .toArray();
        int[] vertices = IntStream.concat(ordered(before), ordered(after)).toArray();
        for (int i = 0; i < vertices.length; i++) {
            places[vertices[i]] = free[i];
        }
        return true;
    }

    private IntStream ordered(int[] vertices) {
        return Arrays.stream(vertices)
                .mapToLong(vertex -> (long) places[vertex] << Integer.SIZE | vertex)
                .sorted()
                .mapToInt(pair -> (int) pair);
    }

    /** The vertices to which arcs lead, as far as the place of a goal; null if the goal is one of them. */
    private int @Nullable [] reached(int from, int goal, int[] first, int[] next, int[] ends) {
        int low = Math.min(places[from], places[goal]);
        int high = Math.max(places[from], places[goal]);
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        seen.set(from);
        open.add(from);
        while (!open.isEmpty()) {
            for (int arc = first[open.remove()]; arc != NONE; arc = next[arc]) {
                int end = ends[arc];
                if (end == goal) {
                    return null;
                }
                if (places[end] >= low && places[end] <= high && !seen.get(end)) {
                    seen.set(end);
                    open.add(end);
                }
            }
        }
        return seen.stream().toArray();
    }
}

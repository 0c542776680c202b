package io.graphtracker.project;

import io.graphtracker.project.Arc.Vertex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Counts the tasks that are not done and can be reached from each vertex. A task is a bit of a {@code long}, and each
 * pass over all arcs carries 64 of them: sets of what is reached would take a hundred megabytes for 20,000 tasks.
 */
final class OpenTasksBehind {

    private final List<Vertex> order;
    private final Map<Vertex, Integer> indexes = new HashMap<>();
    /** The vertices behind each vertex, by index. */
    private final int[][] next;

    private final int[] open;

    OpenTasksBehind(WorkNetwork network) {
        order = network.order();
        for (Vertex vertex : order) {
            indexes.put(vertex, indexes.size());
        }
        next = new int[order.size()][];
        for (int at = 0; at < next.length; at++) {
            next[at] = network.outOf(order.get(at)).stream()
                    .mapToInt(arc -> index(arc.to()))
                    .toArray();
        }
        open = order.stream().filter(network::isOpen).mapToInt(this::index).toArray();
    }

    private int index(Vertex vertex) {
        return Objects.requireNonNull(indexes.get(vertex));
    }

    Map<Vertex, Integer> counts() {
        int[] counts = new int[next.length];
        for (int first = 0; first < open.length; first += Long.SIZE) {
            count(first, counts);
        }
        Map<Vertex, Integer> byVertex = new HashMap<>();
        indexes.forEach((vertex, at) -> byVertex.put(vertex, counts[at]));
        return byVertex;
    }

    /** Counts 64 of the tasks. */
    private void count(int first, int[] counts) {
        long[] own = new long[next.length];
        for (int bit = 0; bit < Long.SIZE && first + bit < open.length; bit++) {
            own[open[first + bit]] = 1L << bit;
        }
        long[] reached = new long[next.length];
        for (int at = next.length - 1; at >= 0; at--) {
            for (int to : next[at]) {
                reached[at] |= reached[to] | own[to];
            }
            counts[at] += Long.bitCount(reached[at]);
        }
    }
}

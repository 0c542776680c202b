package io.graphtracker.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows with aligned columns. */
final class TextTable {

    private static final String BETWEEN = "  ";

    private TextTable() {}

    /** The lines of a table, all of whose rows have the same number of cells. */
    static List<String> of(List<List<String>> rows) {
        return rows.stream().map(row -> line(row, rows)).toList();
    }

    private static String line(List<String> row, List<List<String>> rows) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(width(column, rows) - row.get(column).length()))
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }

    private static int width(int column, List<List<String>> rows) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}

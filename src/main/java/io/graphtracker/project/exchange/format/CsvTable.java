package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table with a header. Several columns can have the same name. */
final class CsvTable {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /** The columns of each name, in lower case. */
    private final Map<String, List<Integer>> columns = new HashMap<>();

    private final List<String> names = new ArrayList<>();

    /** One row, counted as spreadsheets do: the header is the first. */
    record Row(CsvTable table, CSVRecord cells, Place place) {

        /** The first filled cell of the first of some columns that the table has. */
        String value(String... columnNames) {
            for (String name : columnNames) {
                for (String value : values(name)) {
                    return value;
                }
            }
            return "";
        }

        /** The filled cells of all columns of a name. */
        List<String> values(String columnName) {
            return table.columns.getOrDefault(columnName, List.of()).stream()
                    .filter(column -> column < cells.size())
                    .map(column -> cells.get(column).strip())
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
    }

    private CsvTable() {}

    /** The names of the columns in the first line of a text, in lower case. */
    static List<String> header(String head) {
        String line = head.lines().findFirst().orElse("");
        List<String> header = new ArrayList<>();
        try {
            for (CSVRecord cells : CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter(line))
                    .get()
                    .parse(new StringReader(line))) {
                cells.forEach(name -> header.add(plain(name)));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // no header of a table
            return List.of();
        }
        return header;
    }

    private static char delimiter(String line) {
        return DELIMITERS.stream()
                .max(Comparator.comparingLong((Character delimiter) ->
                        line.chars().filter(character -> character == delimiter).count()))
                .orElseThrow();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Reads all rows. */
    static CsvTable read(String text, Consumer<Row> action) {
        CsvTable table = new CsvTable();
        int number = 1;
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text.lines().findFirst().orElse("")))
                .get()
                .parse(new StringReader(text))) {
            Iterator<CSVRecord> rows = parser.iterator();
            table.takeHeader(rows.next());
            while (rows.hasNext()) {
                number++;
                action.accept(new Row(table, rows.next(), Place.record(number)));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new PlanException(Place.record(number + 1), "import.problem.csv");
        }
        return table;
    }

    private void takeHeader(CSVRecord header) {
        for (int column = 0; column < header.size(); column++) {
            String name = plain(header.get(column));
            names.add(name);
            columns.computeIfAbsent(name, same -> new ArrayList<>()).add(column);
        }
    }

    /** The names of all columns, in lower case. */
    List<String> names() {
        return names;
    }
}

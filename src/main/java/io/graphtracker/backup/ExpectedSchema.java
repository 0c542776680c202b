package io.graphtracker.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a database of ours has to have after some step of the schema. Flyway's own table is not in it: it may look another way
 * where another version of Flyway made it.
 *
 * @param tables by their names
 * @param columns of each of them
 * @param indexes that the migrations make, by their names
 * @param references between the tables
 * @param rules for what columns hold
 */
record ExpectedSchema(
        Map<String, TableDefinition> tables,
        Map<String, Set<String>> columns,
        Map<String, SchemaObject> indexes,
        List<Reference> references,
        List<Rule> rules) {

    private static final Pattern LENGTH = Pattern.compile("varchar *\\((\\d+)\\)");

    /** How the driver reads a time that is a text, for example of {@code strftime}. */
    private static final String TIME =
            "'[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'";

    /**
     * A foreign key.
     *
     * @param from its columns, in the order of those it refers to
     * @param inOrder whether an index has the rows in the order of these columns
     */
    record Reference(String table, List<String> from, String parent, List<String> to, boolean inOrder) {

        Reference withOrder(Collection<List<String>> indexes) {
            boolean found = indexes.stream()
                    .anyMatch(index -> index.size() >= from.size()
                            && index.subList(0, from.size()).equals(from));
            return new Reference(table, List.copyOf(from), parent, List.copyOf(to), found);
        }
    }

    /**
     * What a column must not hold; SQLite itself does not mind, but the application does.
     *
     * @param column quoted; empty if it concerns several
     * @param reason the last part of the sentence's key
     * @param broken a condition for rows that break it
     */
    record Rule(String table, String column, String reason, String broken) {

        /** As people read it. */
        String place() {
            return column.isEmpty() ? table : table + "." + column.replace("\"", "");
        }

        /** Of a text with so many characters at most. To look at the bytes first is cheap: they need not be read for that. */
        static Rule length(String table, String column, int characters) {
            return new Rule(
                    table,
                    column,
                    "too-long",
                    String.format(
                            Locale.ROOT, "octet_length(%1$s) > %2$d AND length(%1$s) > %2$d", column, characters));
        }

        /** Of what a check of the schema says: on a file that is only read, SQLite leaves checks out. */
        static Rule check(String table, String check) {
            return new Rule(table, "", "value", "NOT " + check);
        }

        /**
         * Of a value of another kind than the column is declared for, which SQLite stores all the same. In its order numbers come
         * before all texts and texts before all blobs; to compare takes half the time of calls of {@code typeof}.
         *
         * @see <a href="https://www.sqlite.org/datatype3.html#comparison_expressions">SQLite: comparisons</a>
         */
        static Rule kind(String table, String column, String type) {
            String broken = switch (type) {
                case "timestamp" -> "%1$s >= '' AND (%1$s >= x'' OR %1$s NOT GLOB " + TIME + ")";
                case "boolean", "integer", "bigint", "double precision" -> "%1$s >= ''";
                default -> "%1$s >= x''";
            };
            return new Rule(table, column, "value", String.format(Locale.ROOT, broken, column));
        }
    }

    static ExpectedSchema read(Connection connection) throws SQLException {
        Map<String, TableDefinition> tables = new LinkedHashMap<>();
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        Map<String, SchemaObject> indexes = new LinkedHashMap<>();
        List<Rule> rules = new ArrayList<>();
        for (SchemaObject object : SchemaObject.readAll(connection)) {
            if (object.table().equals(SchemaObject.HISTORY) || object.isOfSqlite()) {
                continue;
            }
            if (object.isTable()) {
                tables.put(object.key(), TableDefinition.of(object));
                columns.put(object.key(), ReadableTables.columns(connection, object.name()));
                SqlTokens.checks(object.sql()).forEach(check -> rules.add(Rule.check(object.key(), check)));
            } else if (object.isIndex()) {
                indexes.put(object.key(), object);
            } else {
                throw new IllegalStateException("The check of backups knows nothing of a " + object.type());
            }
        }
        List<Reference> references = new ArrayList<>();
        for (String table : tables.keySet()) {
            List<Reference> own = references(connection, table);
            references.addAll(own);
            rules.addAll(rules(connection, table, own));
        }
        return new ExpectedSchema(
                Map.copyOf(tables),
                Map.copyOf(columns),
                Map.copyOf(indexes),
                List.copyOf(references),
                List.copyOf(rules));
    }

    private static List<Reference> references(Connection connection, String table) throws SQLException {
        Collection<List<String>> indexes = indexes(connection, table);
        Map<Integer, Reference> references = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, \"table\", \"from\", \"to\""
                        + " FROM pragma_foreign_key_list('" + table + "') ORDER BY id, seq")) {
            while (row.next()) {
                String parent = row.getString(2);
                Reference reference = references.computeIfAbsent(
                        row.getInt(1), id -> new Reference(table, new ArrayList<>(), parent, new ArrayList<>(), false));
                reference.from().add(row.getString(3));
                reference.to().add(row.getString(4));
            }
        }
        return references.values().stream()
                .map(reference -> reference.withOrder(indexes))
                .toList();
    }

    /** The columns of each index that has all rows. */
    private static Collection<List<String>> indexes(Connection connection, String table) throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT list.name, info.name FROM pragma_index_list('" + table
                        + "') list, pragma_index_info(list.name) info WHERE list.partial = 0"
                        + " ORDER BY list.name, info.seqno")) {
            while (row.next()) {
                indexes.computeIfAbsent(row.getString(1), index -> new ArrayList<>())
                        .add(String.valueOf(row.getString(2)));
            }
        }
        return indexes.values();
    }

    /** Columns that refer to others hold what those hold, so that it is enough to look at those. */
    private static List<Rule> rules(Connection connection, String table, List<Reference> references)
            throws SQLException {
        List<Rule> rules = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet column =
                        statement.executeQuery("SELECT name, type FROM pragma_table_info('" + table + "')")) {
            while (column.next()) {
                String plain = column.getString(1);
                if (references.stream().anyMatch(reference -> reference.from().contains(plain))) {
                    continue;
                }
                String name = SchemaCompilationCheck.quoted(plain);
                String type = column.getString(2).toLowerCase(Locale.ROOT);
                rules.add(Rule.kind(table, name, type));
                Matcher length = LENGTH.matcher(type);
                if (length.matches()) {
                    rules.add(Rule.length(table, name, Integer.parseInt(length.group(1))));
                }
            }
        }
        return rules;
    }
}

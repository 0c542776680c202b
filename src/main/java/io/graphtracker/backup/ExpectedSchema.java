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
 * What a database of ours has after a certain migration. Flyway's own table is left out: it may differ if another
 * version of Flyway created it.
 *
 * @param tables by name
 * @param columns of each table
 * @param indexes that the migrations create, by name
 * @param references the foreign keys
 * @param rules for values
 */
record ExpectedSchema(
        Map<String, TableDefinition> tables,
        Map<String, Set<String>> columns,
        Map<String, SchemaObject> indexes,
        List<Reference> references,
        List<Rule> rules) {

    private static final Pattern LENGTH = Pattern.compile("varchar *\\((\\d+)\\)");

    /** The text form of a time that the driver reads, for example from {@code strftime}. */
    private static final String TIME =
            "'[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]'";

    /**
     * A foreign key.
     *
     * @param from its columns
     * @param to the columns of the parent, in the same order
     * @param inOrder whether an index has the rows in the order of {@code from}
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
     * A rule for values that SQLite does not enforce, or not in a read-only file.
     *
     * @param column quoted; empty if the rule is about several
     * @param kind why a database that violates it cannot be restored
     * @param violated an SQL condition that selects the rows that violate it
     */
    record Rule(String table, String column, ProblemKind kind, String violated) {

        /** The place, for people. */
        String place() {
            return column.isEmpty() ? table : table + "." + column.replace("\"", "");
        }

        /** A maximum length. Comparing bytes first is cheap: SQLite need not read the value for that. */
        static Rule maxLength(String table, String column, int characters) {
            return new Rule(
                    table,
                    column,
                    ProblemKind.TOO_LONG,
                    String.format(
                            Locale.ROOT, "octet_length(%1$s) > %2$d AND length(%1$s) > %2$d", column, characters));
        }

        /** A CHECK constraint: SQLite ignores them in a read-only file. */
        static Rule check(String table, String check) {
            return new Rule(table, "", ProblemKind.VALUE, "NOT " + check);
        }

        /**
         * A type, which SQLite does not enforce. It sorts numbers before texts and texts before blobs; comparing takes
         * half the time of calling {@code typeof}.
         *
         * @see <a href="https://www.sqlite.org/datatype3.html#comparison_expressions">SQLite: comparisons</a>
         */
        static Rule type(String table, String column, String type) {
            String violated = switch (type) {
                case "timestamp" -> "%1$s >= '' AND (%1$s >= x'' OR %1$s NOT GLOB " + TIME + ")";
                case "boolean", "integer", "bigint", "double precision" -> "%1$s >= ''";
                default -> "%1$s >= x''";
            };
            return new Rule(table, column, ProblemKind.VALUE, String.format(Locale.ROOT, violated, column));
        }
    }

    /** Reads the schema of a database that the migrations created. */
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
                throw new IllegalStateException("The check of backups does not support a " + object.type());
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

    /** The columns of each index that is not partial. */
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

    /** A foreign key contains what its parent contains, so the rules for the parent are enough. */
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
                String name = SqlIdentifiers.quoted(plain);
                String type = column.getString(2).toLowerCase(Locale.ROOT);
                rules.add(Rule.type(table, name, type));
                Matcher length = LENGTH.matcher(type);
                if (length.matches()) {
                    rules.add(Rule.maxLength(table, name, Integer.parseInt(length.group(1))));
                }
            }
        }
        return rules;
    }
}

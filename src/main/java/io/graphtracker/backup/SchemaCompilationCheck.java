package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SqliteErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Has SQLite compile, but not run, statements on each table. That fails if the schema uses functions, collations or
 * tables that SQLite does not know: such a database could not be checked or copied, or the application could not write
 * to it.
 *
 * @see "docs/decisions/2026-11-25-restorable.md"
 * @see <a href="https://www.sqlite.org/lang_explain.html">SQLite: EXPLAIN</a>
 */
public final class SchemaCompilationCheck {

    private final Statement statement;

    private SchemaCompilationCheck(Statement statement) {
        this.statement = statement;
    }

    /**
     * Requires that all tables can be used.
     *
     * @param objects without anything that runs by itself, see {@link SchemaDefinitionCheck#requirePlain}
     * @param ours the names of the tables that the application writes to
     */
    static void requireUsable(Connection connection, Collection<SchemaObject> objects, Set<String> ours)
            throws SQLException {
        List<SchemaObject> tables =
                objects.stream().filter(SchemaObject::isTable).toList();
        try (Statement statement = connection.createStatement()) {
            SchemaCompilationCheck check = new SchemaCompilationCheck(statement);
            statement.execute("PRAGMA foreign_keys = OFF");
            for (SchemaObject table : tables) {
                // DISTINCT needs the collation of every column
                check.requireCompiles(table, "SELECT DISTINCT * FROM %s", "INSERT INTO %s DEFAULT VALUES");
                // SQLite ignores CHECK constraints in a read-only file
                for (String condition : SqlTokens.checks(table.sql())) {
                    check.requireCompiles(table, "SELECT 1 FROM %s WHERE " + condition.replace("%", "%%"));
                }
            }
            // with foreign keys on, all references to our tables are compiled, too
            statement.execute("PRAGMA foreign_keys = ON");
            for (SchemaObject table : tables) {
                if (ours.contains(table.key())) {
                    check.requireCompiles(table, "INSERT INTO %s DEFAULT VALUES", "DELETE FROM %s");
                }
            }
            statement.execute("PRAGMA foreign_keys = OFF");
        }
    }

    private void requireCompiles(SchemaObject table, String... statements) throws SQLException {
        for (String sql : statements) {
            try {
                statement.execute("EXPLAIN " + String.format(Locale.ROOT, sql, SqlIdentifiers.quoted(table.name())));
            } catch (SQLException e) {
                throw explained(table.name(), e);
            }
        }
    }

    /** Translates an error of the schema to a reason why the database cannot be restored. */
    static SQLException explained(String table, SQLException error) {
        if (SqliteErrors.isOfSchema(error)) {
            throw NotRestorableException.causedBy(error, ProblemKind.TABLE, table, SqliteErrors.message(error));
        }
        return error;
    }
}

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
 * Lets SQLite compile, and not run, what is done with each table: so it tells by itself of functions, collations and references
 * that it does not know. With them, the database could be neither checked nor copied, or the application could not write.
 *
 * @see <a href="https://www.sqlite.org/lang_explain.html">SQLite: EXPLAIN</a>
 */
public final class SchemaCompilationCheck {

    private final Statement statement;

    private SchemaCompilationCheck(Statement statement) {
        this.statement = statement;
    }

    /**
     * Makes sure that all tables can be used.
     *
     * @param objects nothing in which acts by itself
     * @param ours the names of the tables that the application writes
     */
    static void requireUsable(Connection connection, Collection<SchemaObject> objects, Set<String> ours)
            throws SQLException {
        List<SchemaObject> tables =
                objects.stream().filter(SchemaObject::isTable).toList();
        try (Statement statement = connection.createStatement()) {
            SchemaCompilationCheck compiled = new SchemaCompilationCheck(statement);
            statement.execute("PRAGMA foreign_keys = OFF");
            for (SchemaObject table : tables) {
                // DISTINCT: for that it needs the collation of each column
                compiled.require(table, "SELECT DISTINCT * FROM %s", "INSERT INTO %s DEFAULT VALUES");
                // in a file that is only read, SQLite leaves checks out
                for (String check : SqlTokens.checks(table.sql())) {
                    compiled.require(table, "SELECT 1 FROM %s WHERE " + check.replace("%", "%%"));
                }
            }
            // the references of all who refer to ours
            statement.execute("PRAGMA foreign_keys = ON");
            for (SchemaObject table : tables) {
                if (ours.contains(table.key())) {
                    compiled.require(table, "INSERT INTO %s DEFAULT VALUES", "DELETE FROM %s");
                }
            }
            statement.execute("PRAGMA foreign_keys = OFF");
        }
    }

    private void require(SchemaObject table, String... statements) throws SQLException {
        for (String sql : statements) {
            try {
                statement.execute("EXPLAIN " + String.format(Locale.ROOT, sql, quoted(table.name())));
            } catch (SQLException e) {
                throw explained(table.name(), e);
            }
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** What SQLite says of a table that it cannot use, as a reason. */
    static SQLException explained(String table, SQLException error) {
        if (SqliteErrors.isOfSchema(error)) {
            throw NotRestorableException.causedBy(error, "table", table, SqliteErrors.message(error));
        }
        return error;
    }
}

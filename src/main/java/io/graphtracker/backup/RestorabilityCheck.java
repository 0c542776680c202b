package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteApplicationId;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.database.sqlite.SqliteProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The one definition of "restorable": whether a database could be the database of this version of the application,
 * possibly after migrations. New backups are checked, and those that are verified, uploaded, previewed or restored.
 *
 * <p>The database may come from a stranger, so the harmless steps come first: the text of the schema is checked, and
 * everything that runs by itself is refused, before any row is read. Use a connection of
 * {@link SqliteFiles#openUntrusted}, monitored by {@link SqliteProgress}.
 *
 * @see "docs/decisions/2026-11-25-restorable.md"
 * @see "docs/decisions/2026-11-25-checks-that-end.md"
 */
@Component
public class RestorabilityCheck {

    private final ExpectedSchemas schemas;

    RestorabilityCheck(ExpectedSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The schema of a database that passed.
     *
     * @param fingerprint whose database it is, and which migrations made it
     */
    public record Schema(SchemaFingerprint fingerprint, ExpectedSchema expected, List<SchemaObject> objects) {

        /** The names of our tables, in lower case. */
        Set<String> ours() {
            return expected.tables().keySet();
        }
    }

    /**
     * Requires that the schema is ours. Takes a few milliseconds, whatever the size of the database.
     *
     * @throws NotRestorableException if it is not
     */
    public Schema requireSchema(Connection connection) throws SQLException {
        List<SchemaObject> objects = SchemaObject.readAll(connection);
        SchemaDefinitionCheck.requirePlain(objects);
        SchemaDefinitionCheck check = new SchemaDefinitionCheck(objects);
        check.requireHistory();
        SchemaFingerprint fingerprint = SchemaFingerprint.read(connection);
        if (fingerprint.applicationId() != SqliteApplicationId.VALUE) {
            throw NotRestorableException.of(ProblemKind.FOREIGN);
        }
        ExpectedSchema expected = schemas.after(SchemaDefinitionCheck.lastMigration(fingerprint, schemas.versions()));
        check.requireMatches(expected);
        SchemaCompilationCheck.requireUsable(
                connection, objects, expected.tables().keySet());
        return new Schema(fingerprint, expected, objects);
    }

    /**
     * Requires that writing to a database runs nothing of its own: the minimum for a former database before it is
     * migrated.
     *
     * @throws NotRestorableException if there is a trigger or a virtual table
     */
    public static void requirePassive(Connection connection) throws SQLException {
        for (SchemaObject object : SchemaObject.readAll(connection)) {
            if (object.isVirtualTable()) {
                throw NotRestorableException.of(ProblemKind.VIRTUAL_TABLE, object.name());
            }
            if (object.type().equals("trigger")) {
                throw NotRestorableException.of(ProblemKind.TRIGGER, object.name());
            }
        }
    }

    /**
     * Checks every page, every index and every row. Takes some seconds per gigabyte.
     *
     * @param schema the result of {@link #requireSchema} for the same database
     * @throws NotRestorableException if the application could not use a row
     * @throws BackupException {@code backup_unusable} if the file is damaged
     */
    public void requireContents(Connection connection, Schema schema) throws SQLException {
        NotRestorableException value = IntegrityCheck.full(connection, schema.ours());
        if (value != null) {
            throw value;
        }
        requireRows(connection, schema);
    }

    /**
     * Requires that all pages and indexes are undamaged, whatever the database contains.
     *
     * @throws BackupException {@code backup_unusable} if they are not
     */
    public static void requireUndamaged(Connection connection) throws SQLException {
        IntegrityCheck.full(connection, Set.of());
    }

    /** Checks only the rows, where the pages are checked elsewhere. */
    void requireRows(Connection connection, Schema schema) throws SQLException {
        ConstraintCheck.requireValid(connection, schema.expected(), schema.objects());
    }
}

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
 * What "restorable" means, for all who ask: whether a database could be the one of this version of the application, be it after
 * some migrations. A new backup is asked, one that is verified, uploaded, previewed, or about to take the database's place.
 *
 * <p>It may be a stranger's, so what comes first is what cannot do harm: the words of the schema are read, and whatever acts by
 * itself is refused, before any row is. All of it belongs on a connection of {@link SqliteFiles#openUntrusted}, watched by
 * {@link SqliteProgress}.
 */
@Component
public class RestorabilityCheck {

    private final ExpectedSchemas reference;

    RestorabilityCheck(ExpectedSchemas reference) {
        this.reference = reference;
    }

    /**
     * A database whose schema passed.
     *
     * @param identity whose it is and which migrations made it
     */
    public record Schema(SchemaFingerprint identity, ExpectedSchema reference, List<SchemaObject> objects) {

        /** The names of our tables, in small letters. */
        Set<String> ours() {
            return reference.tables().keySet();
        }
    }

    /**
     * Makes sure that the schema is ours. Takes some milliseconds, whatever the size of the database.
     *
     * @throws NotRestorableException if it is not
     */
    public Schema requireSchema(Connection connection) throws SQLException {
        List<SchemaObject> objects = SchemaObject.readAll(connection);
        SchemaDefinitionCheck.requirePlain(objects);
        SchemaDefinitionCheck check = new SchemaDefinitionCheck(objects);
        check.requireHistory();
        SchemaFingerprint identity = SchemaFingerprint.read(connection);
        if (identity.applicationId() != SqliteApplicationId.VALUE) {
            throw NotRestorableException.of("foreign");
        }
        ExpectedSchema expected = reference.after(SchemaDefinitionCheck.lastStep(identity, reference.steps()));
        check.requireLike(expected);
        SchemaCompilationCheck.requireUsable(connection, objects, expected.tables().keySet());
        return new Schema(identity, expected, objects);
    }

    /**
     * Makes sure that nothing in a database acts by itself when somebody writes to it; the least that is asked of one that was in
     * use here before it is migrated.
     *
     * @throws NotRestorableException if there is a trigger or a virtual table
     */
    public static void requirePassive(Connection connection) throws SQLException {
        for (SchemaObject object : SchemaObject.readAll(connection)) {
            if (object.isVirtualTable()) {
                throw NotRestorableException.of("virtual-table", object.name());
            }
            if (object.type().equals("trigger")) {
                throw NotRestorableException.of("trigger", object.name());
            }
        }
    }

    /**
     * Makes sure that every page is in order, compares every index with its table, and looks at every row. Takes some seconds for
     * a gigabyte.
     *
     * @param schema what {@link #requireSchema} answered for the same database
     * @throws NotRestorableException if the application could not work with a row
     * @throws BackupException {@code backup_unusable} if the file is damaged
     */
    public void requireContents(Connection connection, Schema schema) throws SQLException {
        NotRestorableException value = IntegrityCheck.whole(connection, schema.ours());
        if (value != null) {
            throw value;
        }
        requireRows(connection, schema);
    }

    /**
     * Makes sure that SQLite finds every page in order and every index complete, whatever it holds.
     *
     * @throws BackupException {@code backup_unusable} if it does not
     */
    public static void requireUndamaged(Connection connection) throws SQLException {
        IntegrityCheck.whole(connection, Set.of());
    }

    /** Looks at the rows alone, for those who have checked the pages. */
    void requireRows(Connection connection, Schema schema) throws SQLException {
        ConstraintCheck.requireValues(connection, schema.reference(), schema.objects());
    }
}

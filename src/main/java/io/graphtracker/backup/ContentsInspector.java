package io.graphtracker.backup;

import io.graphtracker.database.DatabaseContents;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inspects the rows of a database that is backed up: whether it could be restored with them, and how many there are.
 */
final class ContentsInspector {

    private final RestorabilityCheck restorability;
    private final List<DatabaseContents> contents;

    /**
     * @param restorability decides whether a database could be restored
     * @param contents count what it contains
     */
    ContentsInspector(RestorabilityCheck restorability, List<DatabaseContents> contents) {
        this.restorability = restorability;
        this.contents = List.copyOf(contents);
    }

    /** Requires that the schema is ours, see {@link RestorabilityCheck#requireSchema}. */
    RestorabilityCheck.Schema requireSchema(Connection connection) throws SQLException {
        return restorability.requireSchema(connection);
    }

    /**
     * Checks and counts all rows.
     *
     * @param schema the result of {@link #requireSchema} for the same database
     */
    ContentsReport inspect(Connection connection, RestorabilityCheck.Schema schema) throws SQLException {
        NotRestorableException fault = faultOf(connection, schema);
        return new ContentsReport(ContentsCounter.count(connection, contents), fault);
    }

    private @Nullable NotRestorableException faultOf(Connection connection, RestorabilityCheck.Schema schema)
            throws SQLException {
        try {
            restorability.requireRows(connection, schema);
            return null;
        } catch (NotRestorableException e) {
            return e;
        }
    }
}

package io.graphtracker.backup;

import io.graphtracker.database.DatabaseContents;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of a database that is backed up: whether it could be restored with them, and how many there are. */
final class ContentsInspector {

    private final RestorabilityCheck restorability;
    private final List<DatabaseContents> contents;

    /**
     * @param restorability says whether a database could be restored
     * @param contents count what it holds
     */
    ContentsInspector(RestorabilityCheck restorability, List<DatabaseContents> contents) {
        this.restorability = restorability;
        this.contents = List.copyOf(contents);
    }

    /** Makes sure that the schema is ours, as {@link RestorabilityCheck#requireSchema} does. */
    RestorabilityCheck.Schema requireSchema(Connection connection) throws SQLException {
        return restorability.requireSchema(connection);
    }

    /**
     * Looks at every row.
     *
     * @param schema what {@link #requireSchema} answered for the same database
     */
    ContentsReport inspect(Connection connection, RestorabilityCheck.Schema schema) throws SQLException {
        NotRestorableException fault = faultOf(connection, schema);
        Map<String, Long> counts = new LinkedHashMap<>();
        for (DatabaseContents part : contents) {
            counts.putAll(part.counts(connection));
        }
        return new ContentsReport(Collections.unmodifiableMap(counts), fault);
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

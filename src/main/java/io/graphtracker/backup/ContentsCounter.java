package io.graphtracker.backup;

import io.graphtracker.database.DatabaseContents;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a database contains. */
public final class ContentsCounter {

    private ContentsCounter() {}

    /**
     * The number of things of each kind, most important first.
     *
     * @throws SQLException if the database cannot be read, or lacks a table
     */
    public static Map<String, Long> count(Connection connection, List<DatabaseContents> contents) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (DatabaseContents part : contents) {
            counts.putAll(part.counts(connection));
        }
        return Collections.unmodifiableMap(counts);
    }
}

package io.graphtracker.environment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SequencedMap;

/**
 * What a database of this application holds. The features that own tables implement it; those that copy and restore
 * databases ask it, about any database of this schema and not only the live one.
 */
public interface DatabaseContents {

    /**
     * How many things of each kind a database holds, most important first, for example {@code projects}, {@code nodes},
     * {@code edges}. The connection is only read from, and left open.
     *
     * @throws SQLException if the database cannot be read or has other tables
     */
    SequencedMap<String, Long> counts(Connection connection) throws SQLException;
}

package io.graphtracker.environment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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

    /**
     * A thing people know by its name, for example a project.
     *
     * @param id the same in every copy of the database
     * @param version differs if the thing was changed
     */
    record Item(String id, String name, String version) {}

    /**
     * All things people know by name, those changed last first; none if there is nothing of the kind. The connection is only read from, and left open.
     *
     * @throws SQLException if the database cannot be read or has other tables
     */
    default List<Item> items(Connection connection) throws SQLException {
        return List.of();
    }
}

package io.graphtracker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

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
     * @param version differs if the thing was changed, and of things changed later comes later in the alphabet
     */
    record Item(String id, String name, String version) {}

    /** Things in the order of their ids, as SQLite's {@code BINARY} has it, read one by one: there may be millions. */
    interface Items extends AutoCloseable {

        /** Of a database that has nothing of the kind. */
        Items NONE = () -> null;

        /** The next one; null after the last. */
        @Nullable
        Item next() throws SQLException;

        @Override
        default void close() throws SQLException {}

        /**
         * What a query answers.
         *
         * @param query its columns are id, name and version; it is ordered by the id
         */
        static Items of(Connection connection, String query) throws SQLException {
            return new QueriedItems(connection, query);
        }
    }

    /**
     * All things people know by name; none if there is nothing of the kind. The connection is only read from, and left open.
     *
     * @throws SQLException if the database cannot be read or has other tables
     */
    default Items items(Connection connection) throws SQLException {
        return Items.NONE;
    }
}

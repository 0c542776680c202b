package io.graphtracker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a database of this application. Implemented by the feature that owns the tables, and used by the
 * one that copies and restores databases, for any database of this schema, not only for the live one.
 */
public interface DatabaseContents {

    /**
     * The number of items of each kind, the most important kind first, for example {@code projects}, {@code nodes},
     * {@code edges}. Only reads from the connection, and leaves it open.
     *
     * @throws SQLException if the database cannot be read or has other tables
     */
    SequencedMap<String, Long> counts(Connection connection) throws SQLException;

    /**
     * An item with a name that users know, for example a project.
     *
     * @param id the same in every copy of the database
     * @param version differs after each change; a later version is greater in the order of strings
     */
    record Item(String id, String name, String version) {}

    /** Items in the order of their ids by SQLite's collation {@code BINARY}, read one by one: there may be millions. */
    interface Items extends AutoCloseable {

        /** No items. */
        Items NONE = () -> null;

        /** The next item; null after the last. */
        @Nullable
        Item next() throws SQLException;

        @Override
        default void close() throws SQLException {}

        /**
         * The results of a query.
         *
         * @param query with the columns id, name and version, ordered by id
         */
        static Items of(Connection connection, String query) throws SQLException {
            return new QueriedItems(connection, query);
        }
    }

    /**
     * All items that users know by name; possibly none. Only reads from the connection, and leaves it open.
     *
     * @throws SQLException if the database cannot be read or has other tables
     */
    default Items items(Connection connection) throws SQLException {
        return Items.NONE;
    }

    /**
     * How many changes, as users would count them, lie between an earlier state of a database and the present one. Only
     * reads from the connections, and leaves them open.
     *
     * @return empty if that cannot be told
     * @throws SQLException if one of them cannot be read or has other tables
     */
    default OptionalLong changes(Connection earlier, Connection present) throws SQLException {
        return OptionalLong.empty();
    }
}

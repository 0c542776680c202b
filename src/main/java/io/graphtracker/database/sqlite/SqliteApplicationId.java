package io.graphtracker.database.sqlite;

/**
 * The {@code application_id} in the header of Graph Tracker's databases, set by the first migration and preserved by
 * {@code VACUUM INTO}.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_application_id">PRAGMA application_id</a>
 */
public final class SqliteApplicationId {

    /** The letters "GTrk" as a number, 1196716651. */
    public static final int VALUE = 0x4754726B;

    private SqliteApplicationId() {}
}

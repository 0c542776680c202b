package io.graphtracker.database.sqlite;

/**
 * The mark by which a SQLite file is known as Graph Tracker's: the header's {@code application_id}, set by the first
 * migration and kept by {@code VACUUM INTO}.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_application_id">PRAGMA application_id</a>
 */
public final class SqliteApplicationId {

    /** The letters "GTrk" as a number, 1196716651. */
    public static final int VALUE = 0x4754726B;

    private SqliteApplicationId() {}
}

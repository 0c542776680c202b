package io.graphtracker.database.sqlite;

import java.nio.file.Path;

/**
 * The files that SQLite may keep beside a database; together with it they are one database.
 *
 * @see <a href="https://www.sqlite.org/tempfiles.html">SQLite: temporary files</a>
 */
public enum SqliteSideFile {
    /** The write-ahead log: the latest transactions, not yet moved into the database file. */
    WAL("-wal"),
    /** The index of the write-ahead log, which SQLite rebuilds from the log. */
    SHM("-shm"),
    /** The rollback journal, where the database is not in WAL mode. */
    JOURNAL("-journal");

    private final String suffix;

    SqliteSideFile(String suffix) {
        this.suffix = suffix;
    }

    /** What its name has more than the database's. */
    public String suffix() {
        return suffix;
    }

    /** The side file of a database. */
    public Path of(Path database) {
        return database.resolveSibling(database.getFileName() + suffix);
    }

    /** Whether data is lost without it. */
    public boolean containsData() {
        return this != SHM;
    }
}

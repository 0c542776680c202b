package io.graphtracker.database.sqlite;

import java.nio.file.Path;

/**
 * How SQLite files are named: by URI. In a plain path the driver takes what follows a {@code ?} for settings, and in a URI that
 * is not escaped SQLite takes {@code #} and {@code %} for something else; either would silently open another file.
 */
public final class SqliteUri {

    private SqliteUri() {}

    /** The URI of a file, in which every special character is escaped. */
    public static String of(Path file) {
        return "file:" + file.toUri().getRawPath();
    }
}

package io.graphtracker.database.sqlite;

import java.nio.file.Path;

/**
 * The URIs by which SQLite files are opened. In a plain path, the driver takes everything after {@code ?} for
 * settings, and in an unescaped URI, SQLite interprets {@code #} and {@code %}; either would silently open another
 * file.
 *
 * @see "docs/decisions/2026-11-23-databases-named-by-uri.md"
 */
public final class SqliteUri {

    private SqliteUri() {}

    /** The URI of a file, with all special characters escaped. */
    public static String of(Path file) {
        return "file:" + file.toUri().getRawPath();
    }
}

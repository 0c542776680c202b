package io.graphtracker.backup;

/** Names in SQL statements. */
final class SqlIdentifiers {

    private SqlIdentifiers() {}

    /** A name in double quotes, so that it cannot be anything but a name. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

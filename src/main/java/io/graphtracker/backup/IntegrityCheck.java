package io.graphtracker.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the pages of a database by SQLite's own means, which say something of values, too. */
final class IntegrityCheck {

    /** What the check says of values, and not of pages. */
    private static final Pattern VALUE =
            Pattern.compile("(?:NULL|TEXT|NUMERIC|non-[A-Z]+) value in .*|CHECK constraint failed in .*");

    /** Messages of a check of all tables that are read. */
    private static final int MOST = 1000;

    /** After so many messages SQLite ends a check of one table. */
    private static final int MOST_OF_ONE = 100;

    /** In KiB, negative for SQLite. To compare an index with its table is to look up rows here and there. */
    private static final int CACHE_SIZE = -64 * 1024;

    private final Statement statement;
    private final Set<String> ours;

    private IntegrityCheck(Statement statement, Set<String> ours) {
        this.statement = statement;
        this.ours = ours;
    }

    /**
     * Makes sure that every page is in order and every index has as many rows as its table.
     *
     * @param ours the tables whose values matter, in small letters
     * @return that a value is not what its column asks for, if one is not
     * @throws BackupException {@code backup_unusable} if a page is damaged
     */
    static @Nullable NotRestorableException quick(Connection connection, Set<String> ours) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new IntegrityCheck(statement, ours).run("PRAGMA quick_check(" + MOST + ")", MOST);
        }
    }

    /**
     * Does so for one table and its indexes, so that several can be checked at a time. What it leaves out is whether any page
     * belongs to two tables, or to none. Together with the others a check of {@code sqlite_schema} looks at the list of free pages.
     *
     * @see <a href="https://www.sqlite.org/pragma.html#pragma_quick_check">SQLite: PRAGMA quick_check</a>
     */
    static @Nullable NotRestorableException quick(Connection connection, String table, Set<String> ours)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new IntegrityCheck(statement, ours)
                    .run("PRAGMA quick_check(" + SchemaCompilationCheck.quoted(table) + ")", MOST_OF_ONE);
        }
    }

    /** As {@link #quick(Connection, Set)}, and compares each row of each index with its table; that takes ten times as long. */
    static @Nullable NotRestorableException whole(Connection connection, Set<String> ours) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = " + CACHE_SIZE);
            return new IntegrityCheck(statement, ours).run("PRAGMA integrity_check(" + MOST + ")", MOST);
        }
    }

    /** All it finds, for what it says first of values must not hide what it says of pages. */
    private @Nullable NotRestorableException run(String check, int most) throws SQLException {
        String value = null;
        int found = 0;
        try (ResultSet row = statement.executeQuery(check)) {
            for (; row.next(); found++) {
                String message = String.valueOf(row.getString(1));
                if (VALUE.matcher(message).matches()) {
                    String place = message.substring(message.lastIndexOf(' ') + 1);
                    String table = place.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
                    value = value == null && ours.contains(table) ? place : value;
                } else if (!message.equals("ok")) {
                    throw damaged();
                }
            }
        }
        if (found >= most) {
            // what comes after them is not known
            throw damaged();
        }
        return value == null ? null : NotRestorableException.of("value", value);
    }

    private static BackupException damaged() {
        return BackupException.ofKind(BackupProblem.BACKUP_UNUSABLE, "damaged", null);
    }
}

package io.graphtracker.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs SQLite's own checks. Their messages are about pages and indexes (damage), or about values (which can be
 * corrected).
 *
 * @see "docs/decisions/2026-11-25-restorable.md"
 */
final class IntegrityCheck {

    private static final Logger log = LoggerFactory.getLogger(IntegrityCheck.class);

    /** Messages about values. */
    private static final Pattern VALUE =
            Pattern.compile("(?:NULL|TEXT|NUMERIC|non-[A-Z]+) value in .*|CHECK constraint failed in .*");

    /** The most messages to read of a check of the whole database. */
    private static final int MAX_MESSAGES = 1000;

    /** SQLite ends the check of a single table after this many messages. */
    private static final int MAX_MESSAGES_OF_TABLE = 100;

    /** In KiB, negative for SQLite. Comparing an index with its table reads rows in random order. */
    private static final int CACHE_SIZE = -64 * 1024;

    private final Statement statement;
    private final Set<String> ours;

    private IntegrityCheck(Statement statement, Set<String> ours) {
        this.statement = statement;
        this.ours = ours;
    }

    /**
     * Requires that every page is undamaged, and that every index has as many rows as its table.
     *
     * @param ours the tables whose values matter, in lower case
     * @return a value that its column does not allow; null if there is none
     * @throws BackupException {@code backup_unusable} if a page is damaged
     */
    static @Nullable NotRestorableException quick(Connection connection, Set<String> ours) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new IntegrityCheck(statement, ours).run("PRAGMA quick_check(" + MAX_MESSAGES + ")", MAX_MESSAGES);
        }
    }

    /**
     * The same for one table and its indexes, so that several can be checked in parallel. It does not find pages that
     * belong to two tables, or to none. The check of {@code sqlite_schema} includes the list of free pages.
     *
     * @see <a href="https://www.sqlite.org/pragma.html#pragma_quick_check">SQLite: PRAGMA quick_check</a>
     */
    static @Nullable NotRestorableException quick(Connection connection, String table, Set<String> ours)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new IntegrityCheck(statement, ours)
                    .run("PRAGMA quick_check(" + SqlIdentifiers.quoted(table) + ")", MAX_MESSAGES_OF_TABLE);
        }
    }

    /**
     * Like {@link #quick(Connection, Set)}, but compares every row of every index with its table: ten times as slow.
     */
    static @Nullable NotRestorableException full(Connection connection, Set<String> ours) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = " + CACHE_SIZE);
            return new IntegrityCheck(statement, ours)
                    .run("PRAGMA integrity_check(" + MAX_MESSAGES + ")", MAX_MESSAGES);
        }
    }

    /** Reads all messages: one about a value must not hide a later one about a page. */
    private @Nullable NotRestorableException run(String check, int maxMessages) throws SQLException {
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
                    log.warn("{} found damage: {}", check, message);
                    throw damaged();
                }
            }
        }
        if (found >= maxMessages) {
            // there may be more
            throw damaged();
        }
        return value == null ? null : NotRestorableException.of(ProblemKind.VALUE, value);
    }

    private static BackupException damaged() {
        return BackupException.of(ProblemKind.DAMAGED);
    }
}

package io.graphtracker.database.sqlite;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The meaning of SQLite's error codes.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite: result codes</a>
 */
public final class SqliteErrors {

    private static final Set<SQLiteErrorCode> OF_THE_DATABASE = Set.of(
            SQLiteErrorCode.SQLITE_ERROR,
            SQLiteErrorCode.SQLITE_CONSTRAINT,
            SQLiteErrorCode.SQLITE_MISMATCH,
            SQLiteErrorCode.SQLITE_SCHEMA);

    private SqliteErrors() {}

    /**
     * The primary code, in the lowest eight bits of an extended one; {@code UNKNOWN_ERROR} if the exception does not
     * come from SQLite.
     */
    public static SQLiteErrorCode primaryCode(SQLException error) {
        return error instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    /** Whether a progress handler has interrupted the statement. */
    public static boolean isStop(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_INTERRUPT;
    }

    /** Whether another connection holds a lock. */
    public static boolean isLocked(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_BUSY;
    }

    /** Whether the volume is full. */
    public static boolean isFull(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_FULL;
    }

    /** Whether a write failed because of a quota, a limit or a fault. */
    public static boolean isRefusedWrite(SQLException error) {
        return error instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_WRITE;
    }

    /** Whether reading or writing failed. */
    public static boolean isDiskFault(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_IOERR;
    }

    /** Whether the database is damaged, or is not a SQLite database. */
    public static boolean isDamage(SQLException error) {
        SQLiteErrorCode code = primaryCode(error);
        return code == SQLiteErrorCode.SQLITE_CORRUPT
                || code == SQLiteErrorCode.SQLITE_NOTADB
                // an invalid schema format, for which SQLite has no code of its own
                || String.valueOf(error.getMessage()).contains("unsupported file format");
    }

    /** Whether a statement does not match the schema, while the file is neither damaged nor locked. */
    public static boolean isOfSchema(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_ERROR;
    }

    /** Whether the error is caused by the contents of the database, not by locks, disks or permissions. */
    public static boolean isOfTheDatabase(SQLException error) {
        return isDamage(error) || OF_THE_DATABASE.contains(primaryCode(error));
    }

    /** SQLite's own message, which the driver appends to its own in parentheses. */
    public static String message(SQLException error) {
        String text = String.valueOf(error.getMessage());
        int begin = text.indexOf('(');
        return begin < 0 || !text.endsWith(")") ? text : text.substring(begin + 1, text.length() - 1);
    }
}

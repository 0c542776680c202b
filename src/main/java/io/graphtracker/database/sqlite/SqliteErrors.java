package io.graphtracker.database.sqlite;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What an error of SQLite says.
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
     * The code without what extended codes tell more, in the bits above the lowest eight; {@code UNKNOWN_ERROR} of what does not
     * come from SQLite.
     */
    public static SQLiteErrorCode primaryCode(SQLException error) {
        return error instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    /** Whether a progress handler stopped the statement. */
    public static boolean isStop(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_INTERRUPT;
    }

    /** Whether somebody else keeps the database to themselves. */
    public static boolean isLocked(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_BUSY;
    }

    /** Whether the volume is full. */
    public static boolean isFull(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_FULL;
    }

    /** Whether the system did not take what was to be written: a quota, a limit, a fault. */
    public static boolean isRefusedWrite(SQLException error) {
        return error instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_WRITE;
    }

    /** Whether a disk failed. */
    public static boolean isDiskFault(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_IOERR;
    }

    /** Whether the database is damaged, or is no SQLite database at all. */
    public static boolean isDamage(SQLException error) {
        SQLiteErrorCode code = primaryCode(error);
        return code == SQLiteErrorCode.SQLITE_CORRUPT
                || code == SQLiteErrorCode.SQLITE_NOTADB
                // a schema format that is none; SQLite has no code for it
                || String.valueOf(error.getMessage()).contains("unsupported file format");
    }

    /** Whether a statement does not fit the schema; and not that the file is damaged, or locked. */
    public static boolean isOfSchema(SQLException error) {
        return primaryCode(error) == SQLiteErrorCode.SQLITE_ERROR;
    }

    /** Whether it comes from what is in the database, whatever it is; and not from locks, disks, or rights. */
    public static boolean isOfTheDatabase(SQLException error) {
        return isDamage(error) || OF_THE_DATABASE.contains(primaryCode(error));
    }

    /** What SQLite itself says; the driver puts it in parentheses behind its own words. */
    public static String message(SQLException error) {
        String text = String.valueOf(error.getMessage());
        int begin = text.indexOf('(');
        return begin < 0 || !text.endsWith(")") ? text : text.substring(begin + 1, text.length() - 1);
    }
}

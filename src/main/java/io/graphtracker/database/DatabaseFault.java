package io.graphtracker.database;

import io.graphtracker.database.sqlite.SqliteErrors;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Why the database did not do what it was asked, where that is not the application's fault and there is something to be done about
 * it. Whatever had begun was rolled back.
 */
public enum DatabaseFault {
    /** Its file is being exchanged; it opens again in a moment. */
    CLOSED,
    /** Another program keeps the lock that is needed. */
    LOCKED,
    /** All connections are in use for too long. */
    BUSY,
    /** A pool has no connection, and can make none: the database server does not run, or refuses us. */
    UNREACHABLE,
    /** The volume is full. */
    FULL,
    /** The file, its folder, or its volume cannot be written. */
    READ_ONLY,
    /** The system could not read or write the file, for a reason that SQLite does not know. */
    FAILING,
    /** The file is missing, or must not be opened. */
    MISSING,
    /** The file is no longer a SQLite database, or not wholly. */
    DAMAGED;

    /** What a failure comes from, if it is one of these. */
    public static Optional<DatabaseFault> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> direct(cause).stream())
                // a pool that has no connection to give may know why it has none
                .reduce((outer, inner) -> inner);
    }

    private static Optional<DatabaseFault> direct(Throwable failure) {
        return switch (failure) {
            case DatabaseClosedException closed -> Optional.of(CLOSED);
            case SQLiteException sqlite -> of(sqlite);
            // Hikari gives what its last attempt to connect failed with as the cause; if none failed, all are in use
            case SQLTransientConnectionException noneToGive ->
                Optional.of(noneToGive.getCause() == null ? BUSY : UNREACHABLE);
            default -> Optional.empty();
        };
    }

    private static Optional<DatabaseFault> of(SQLiteException failure) {
        if (failure.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            // the file that SQLite shares with others cannot grow
            return Optional.of(FULL);
        }
        return Optional.ofNullable(
                switch (SqliteErrors.primaryCode(failure)) {
                    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> LOCKED;
                    case SQLITE_FULL -> FULL;
                    case SQLITE_READONLY, SQLITE_PERM -> READ_ONLY;
                    case SQLITE_IOERR -> FAILING;
                    case SQLITE_CANTOPEN -> MISSING;
                    case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
                    default -> null;
                });
    }

    /**
     * Whether it may be only the one connection that does not work: its file was moved away, or the volume was gone for a while.
     * Of a lock or a full volume a connection knows nothing once they are gone, and there is none if the server cannot be reached.
     */
    boolean mayLieInConnection() {
        return switch (this) {
            case READ_ONLY, FAILING, MISSING, DAMAGED -> true;
            case CLOSED, LOCKED, BUSY, UNREACHABLE, FULL -> false;
        };
    }

    /** Whether it goes by itself, or when another program is closed or started. */
    public boolean passes() {
        return this == CLOSED || this == LOCKED || this == BUSY || this == UNREACHABLE;
    }

    /** Its name within keys of texts. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

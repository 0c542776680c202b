package io.graphtracker.database;

import io.graphtracker.database.sqlite.SqliteErrors;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The reasons for a failed database operation that are not errors of the application and that can be corrected. The
 * transaction has been rolled back.
 */
public enum DatabaseFault {
    /** Its file is being replaced; it will be open again in a moment. */
    CLOSED,
    /** Another program holds a lock for too long. */
    LOCKED,
    /** All connections are in use for too long. */
    BUSY,
    /** The pool cannot open a connection: the database server is not running, or refuses it. */
    UNREACHABLE,
    /** The volume is full. */
    FULL,
    /** The file, its folder or its volume is read-only. */
    READ_ONLY,
    /** The system failed to read or write the file for another reason. */
    FAILING,
    /** The file is missing, or access to it is denied. */
    MISSING,
    /** The file is damaged, or is not a SQLite database. */
    DAMAGED;

    /** The fault that caused a failure, if it is one of these. */
    public static Optional<DatabaseFault> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> direct(cause).stream())
                // the exception of a pool without connections may have a more specific cause
                .reduce((outer, inner) -> inner);
    }

    private static Optional<DatabaseFault> direct(Throwable failure) {
        return switch (failure) {
            case DatabaseClosedException closed -> Optional.of(CLOSED);
            case SQLiteException sqlite -> of(sqlite);
            // the cause is the failure of Hikari's last attempt to connect; without one, all connections are in use
            case SQLTransientConnectionException noneToGive ->
                Optional.of(noneToGive.getCause() == null ? BUSY : UNREACHABLE);
            default -> Optional.empty();
        };
    }

    private static Optional<DatabaseFault> of(SQLiteException failure) {
        if (failure.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            // the -shm file cannot grow
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
     * Whether the fault may concern only this connection: its file was moved, or the volume was unavailable for a
     * while. After a lock or a full volume the connection is usable again, and without a server there is none.
     */
    boolean mayLieInConnection() {
        return switch (this) {
            case READ_ONLY, FAILING, MISSING, DAMAGED -> true;
            case CLOSED, LOCKED, BUSY, UNREACHABLE, FULL -> false;
        };
    }

    /** Whether it is transient: it ends by itself, or when another program is closed or started. */
    public boolean isTransient() {
        return this == CLOSED || this == LOCKED || this == BUSY || this == UNREACHABLE;
    }

    /** Its name within keys of the message bundle. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

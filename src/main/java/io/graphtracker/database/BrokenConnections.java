package io.graphtracker.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a pool replace its connections after a fault that may concern them only: their file was moved, or the volume
 * was unavailable for a while. Hikari itself keeps every SQLite connection, since the driver's exceptions have no SQL
 * state.
 *
 * <p>They are replaced when they are returned, not at once as with {@code MUST_EVICT}: the rollback would then fail
 * on a closed connection, and its exception would hide the original one.
 *
 * @see "docs/decisions/2026-11-25-a-connection-tells-the-truth.md"
 */
class BrokenConnections implements SQLExceptionOverride {

    private volatile @Nullable HikariDataSource pool;

    /** The pool this belongs to; set once it is open. */
    void belongTo(HikariDataSource opened) {
        pool = opened;
    }

    // the interface brings an Override of its own
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        HikariDataSource opened = pool;
        if (opened != null
                && DatabaseFault.of(failure)
                        .filter(DatabaseFault::mayLieInConnection)
                        .isPresent()) {
            opened.getHikariPoolMXBean().softEvictConnections();
        }
        return Override.CONTINUE_EVICT;
    }
}

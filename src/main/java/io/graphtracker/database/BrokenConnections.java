package io.graphtracker.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a pool replace its connections after a fault that may lie in them alone: their file was moved away, or the volume was
 * gone for a while. By itself Hikari keeps every SQLite connection, since the driver's exceptions have no SQL state.
 *
 * <p>They are replaced when they come back, not at once as {@code MUST_EVICT} would have it: then the rollback would find a
 * closed connection, and its exception would hide the one that says what is wrong.
 */
class BrokenConnections implements SQLExceptionOverride {

    private volatile @Nullable HikariDataSource pool;

    /** The pool this was configured for, once it is open. */
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

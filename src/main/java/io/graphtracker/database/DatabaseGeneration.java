package io.graphtracker.database;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Counts how often the database has been replaced while the application is running. A page must not write to the
 * current database what it has read from a former one.
 *
 * @see "docs/decisions/2026-11-24-pages-of-an-earlier-database.md"
 */
@Component
public class DatabaseGeneration {

    private final AtomicLong number = new AtomicLong();

    /** The number of the current database, which differs from a former value if the database was replaced meanwhile. */
    public long current() {
        return number.get();
    }

    /** Must be called when the database is replaced, before the new one can be read. */
    public void advance() {
        number.incrementAndGet();
    }
}

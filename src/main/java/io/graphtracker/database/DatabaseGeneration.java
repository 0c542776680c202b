package io.graphtracker.database;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Counts how often the database was exchanged under the running application. Whoever shows what they read of an earlier one must
 * not write it into the present one.
 */
@Component
public class DatabaseGeneration {

    private final AtomicLong number = new AtomicLong();

    /** Differs from what it was before if the database was exchanged meanwhile. */
    public long current() {
        return number.get();
    }

    /** To be called by who exchanges it, before anybody can read the new one. */
    public void advance() {
        number.incrementAndGet();
    }
}

package io.graphtracker.database.sqlite;

import java.time.Duration;

/**
 * How long a request waits for the database before it is told that it has to be tried again.
 *
 * @param lock for the write lock, which another transaction or another program has
 * @param connection for one of the pool's connections, while all of them wait or work; longer than for a lock
 */
public record DatabaseWaits(Duration lock, Duration connection) {

    public static final DatabaseWaits USUAL = new DatabaseWaits(Duration.ofSeconds(5), Duration.ofSeconds(10));
}

package io.graphtracker.database.sqlite;

import java.time.Duration;

/**
 * How long a request waits for the database before it fails and has to be repeated.
 *
 * @param lock the wait for the write lock, which another transaction or program holds
 * @param connection the wait for a connection of the pool, longer than that for a lock
 */
public record DatabaseTimeouts(Duration lock, Duration connection) {

    public static final DatabaseTimeouts DEFAULT = new DatabaseTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
}

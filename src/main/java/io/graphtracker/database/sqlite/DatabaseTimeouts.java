package io.graphtracker.database.sqlite;

import java.time.Duration;

/**
 * How long is waited for the database before what was asked for fails and has to be repeated.
 *
 * @param lock the wait for the write lock, which another transaction or program holds
 * @param connection the wait for a connection of the pool, longer than that for a lock
 * @param replacement the wait of a request while the database file is being replaced, which usually takes milliseconds
 * @param transactions the wait of who replaces the file for running transactions to end
 */
public record DatabaseTimeouts(Duration lock, Duration connection, Duration replacement, Duration transactions) {

    public static final DatabaseTimeouts DEFAULT = new DatabaseTimeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(10));
}

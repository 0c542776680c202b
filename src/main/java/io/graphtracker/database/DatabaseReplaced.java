package io.graphtracker.database;

/**
 * The database has other contents, because its file has been replaced. Published as a Spring event when the new
 * database can be read; listeners reload values that they keep in memory.
 */
public record DatabaseReplaced() {}

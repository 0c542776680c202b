package io.graphtracker.database;

/**
 * The database has another content than a moment ago, because its file was exchanged. Published as a Spring event when it can be
 * read again; whoever keeps values of it in memory reads them anew.
 */
public record DatabaseReplaced() {}

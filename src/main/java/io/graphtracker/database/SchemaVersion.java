package io.graphtracker.database;

import org.jspecify.annotations.Nullable;

/**
 * A version of the schema.
 *
 * @param version its number, for example {@code 2}
 * @param checksum the checksum of its migration script; null if it has none
 */
public record SchemaVersion(String version, @Nullable Integer checksum) {}

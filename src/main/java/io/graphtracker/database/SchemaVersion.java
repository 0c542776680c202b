package io.graphtracker.database;

import org.jspecify.annotations.Nullable;

/**
 * One step of the schema.
 *
 * @param version its number, for example {@code 2}
 * @param checksum of the script that makes it; absent if it has none
 */
public record SchemaVersion(String version, @Nullable Integer checksum) {}

package io.graphtracker.backup;

/**
 * The result of an attempt that succeeded.
 *
 * @param isNew whether it was made by this attempt; otherwise it existed before, and the database equals it
 */
public record BackupResult(Backup backup, boolean isNew) {}

package io.graphtracker.backup.catalog;

/**
 * A backup that existed passed a complete verification. Published as a Spring event.
 *
 * @param name as listed
 */
public record BackupVerified(String name) {}

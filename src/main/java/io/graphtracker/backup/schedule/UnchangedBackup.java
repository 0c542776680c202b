package io.graphtracker.backup.schedule;

import java.time.Instant;

/**
 * A backup that a scheduled run found to have the content of the database.
 *
 * @param backup its name
 * @param at when that run began: what was changed during it may not be in the backup
 */
public record UnchangedBackup(String backup, Instant at) {}

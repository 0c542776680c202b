package io.graphtracker.backup.audit;

import java.time.Instant;

/**
 * Operations that were done and could not be recorded. They are kept in memory until that can be made up for.
 *
 * @param count how many
 * @param since when the first of them was done
 * @param reason why the last attempt failed
 */
public record UnrecordedEntries(long count, Instant since, AuditLogProblem reason) {}

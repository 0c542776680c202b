package io.graphtracker.backup.audit;

import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import java.time.Instant;

/**
 * Entries that could not be written to the audit log. They are kept in memory until that is possible again.
 *
 * @param count the number of entries, with those that were dropped because there were too many
 * @param since the time of the first
 * @param reason why the last attempt failed
 */
public record UnrecordedEntries(long count, Instant since, OperationsDatabaseProblem reason) {}

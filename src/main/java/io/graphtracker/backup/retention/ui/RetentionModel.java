package io.graphtracker.backup.retention.ui;

import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.retention.RetentionRule;
import org.jspecify.annotations.Nullable;

/**
 * The retention rule as the Backups page shows it.
 *
 * @param rule absent if there is none, or if it is unknown
 * @param problem why it is unknown; absent if it is known
 */
public record RetentionModel(
        @Nullable RetentionRule rule, @Nullable OperationsDatabaseProblem problem) {

    /** There is no rule. */
    public static final RetentionModel OFF = new RetentionModel(null, null);
}

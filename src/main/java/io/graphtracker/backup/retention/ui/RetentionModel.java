package io.graphtracker.backup.retention.ui;

import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.retention.RetentionRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The retention rule as the Backups page shows it.
 *
 * @param rule absent if there is none, or if it is unknown
 * @param problem why it is unknown; absent if it is known
 * @param notDeleted the backups that it could not delete
 */
public record RetentionModel(
        @Nullable RetentionRule rule, @Nullable OperationsDatabaseProblem problem, List<String> notDeleted) {

    /** There is no rule. */
    public static final RetentionModel OFF = new RetentionModel(null, null, List.of());
}

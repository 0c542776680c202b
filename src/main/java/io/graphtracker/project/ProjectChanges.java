package io.graphtracker.project;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Counts the changes between two states of a database by the revisions of their projects. A project that was made or
 * deleted is one change, and so is a new name, however often it was changed.
 */
final class ProjectChanges {

    private static final String QUERY = "select id, revision, updated_at from project order by id";

    private ProjectChanges() {}

    /** A project in one of the states. */
    private record State(String id, long revision, String updatedAt) {}

    /** The number of changes; both states are read side by side, so that many projects take no memory. */
    static long between(Connection earlier, Connection present) throws SQLException {
        try (Statement before = earlier.createStatement();
                Statement now = present.createStatement();
                ResultSet old = before.executeQuery(QUERY);
                ResultSet current = now.executeQuery(QUERY)) {
            long changes = 0;
            State left = next(old);
            State right = next(current);
            while (left != null || right != null) {
                int order = left == null ? 1 : right == null ? -1 : left.id().compareTo(right.id());
                if (order < 0) {
                    changes++;
                    left = next(old);
                } else if (order > 0) {
                    changes += 1 + (right == null ? 0 : right.revision());
                    right = next(current);
                } else {
                    changes += changes(left, right);
                    left = next(old);
                    right = next(current);
                }
            }
            return changes;
        }
    }

    /** After a restore, a revision may be lower than it was. */
    private static long changes(@Nullable State before, @Nullable State now) {
        if (before == null || now == null || before.equals(now)) {
            return 0;
        }
        return Math.max(1, Math.abs(now.revision() - before.revision()));
    }

    private static @Nullable State next(ResultSet row) throws SQLException {
        return row.next() ? new State(row.getString(1), row.getLong(2), row.getString(3)) : null;
    }
}

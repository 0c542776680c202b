package io.graphtracker.project;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of {@code node}, in the order in which {@link GraphRows} reads and writes them. */
final class TaskColumns {

    /** What of a task can change; the layout is another table. */
    private static final List<String> WRITTEN = List.of(
            "title",
            "description",
            "status",
            "priority",
            "planned_hours",
            "actual_hours",
            "assignee",
            "tags",
            "link",
            "parent_id",
            "version");

    /** The columns that {@link #read} expects, of {@code node n} and {@code node_layout l}. */
    static final String READ = WRITTEN.stream().map(column -> "n." + column).collect(Collectors.joining(", "))
            + ", n.id, n.is_group, l.x, l.y, l.collapsed";

    /** The index of the first column after those. */
    static final int AFTER = 17;

    /** {@link #set} sets its parameters, up to the last two: the project, and whether it is a group. */
    static final String INSERT =
            "insert into node (" + String.join(", ", WRITTEN) + ", id, project_id, is_group) values ("
                    + String.join(", ", Collections.nCopies(WRITTEN.size() + 3, "?")) + ")";

    /** {@link #set} sets its parameters. */
    static final String UPDATE = "update node set " + String.join(" = ?, ", WRITTEN) + " = ? where id = ?";

    private TaskColumns() {}

    static Task read(ResultSet row) throws SQLException {
        TaskDetails details = new TaskDetails(
                row.getString(1),
                row.getString(2),
                TaskStatus.valueOf(row.getString(3)),
                TaskPriority.valueOf(row.getString(4)),
                number(row, 5),
                number(row, 6),
                row.getString(7),
                TaskTags.parse(row.getString(8)),
                row.getString(9));
        String parentId = row.getString(10);
        return new Task(
                UUID.fromString(row.getString(12)),
                parentId == null ? null : UUID.fromString(parentId),
                row.getBoolean(13),
                details,
                new Position(row.getDouble(14), row.getDouble(15)),
                row.getBoolean(16),
                row.getLong(11));
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : (Double) number;
    }

    /** Sets what can change of a task, then its id, and returns the index of the next parameter. */
    static int set(PreparedStatement statement, Task task) throws SQLException {
        TaskDetails details = task.details();
        statement.setString(1, details.title());
        statement.setString(2, details.description());
        statement.setString(3, details.status().name());
        statement.setString(4, details.priority().name());
        statement.setObject(5, details.plannedHours(), Types.DOUBLE);
        statement.setObject(6, details.actualHours(), Types.DOUBLE);
        statement.setString(7, details.assignee());
        statement.setString(8, TaskTags.text(details.tags()));
        statement.setString(9, details.link());
        statement.setString(10, Objects.toString(task.parentId(), null));
        statement.setLong(11, task.version());
        statement.setString(12, task.id().toString());
        return 13;
    }
}

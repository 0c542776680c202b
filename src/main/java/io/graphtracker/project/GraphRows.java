package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.DependencyRow;
import io.graphtracker.project.GraphEdit.TaskRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * Reads and writes the rows of graphs with plain JDBC, in the transaction of the caller. A change of any size takes a
 * constant number of statements, and rows that an undo restores keep their ids, neither of which JPA offers.
 */
@Component
class GraphRows {

    /** More ids than this are not listed in a query: reading all rows of the project is faster then. */
    static final int MOST_IDS = 500;

    private static final int BATCH = 1_000;

    private static final String WITH_COMMENTS = "select " + TaskColumns.READ
            + ", exists (select 1 from comment c where c.node_id = n.id)"
            + " from node n join node_layout l on l.node_id = n.id where n.project_id = ?";

    private static final String TASKS =
            "select " + TaskColumns.READ + " from node n join node_layout l on l.node_id = n.id where n.project_id = ?";

    private final JdbcTemplate jdbc;
    private final CommentRows comments;

    GraphRows(DataSource source, CommentRows comments) {
        this.jdbc = new JdbcTemplate(source);
        this.comments = comments;
    }

    /** All tasks of a project, in the order of their creation. */
    List<Task> tasks(UUID projectId) {
        return jdbc.query(TASKS + " order by n.id", (row, number) -> TaskColumns.read(row), projectId.toString());
    }

    /** At least the tasks with these ids that exist in a project, by id. */
    Map<UUID, Task> tasks(UUID projectId, Collection<UUID> ids) {
        Map<UUID, Task> tasks = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            query(TASKS, projectId, ids, "n.id in (#)", row -> {
                Task task = TaskColumns.read(row);
                tasks.put(task.id(), task);
            });
        }
        return tasks;
    }

    /** The same with their comments, and at least what they contain directly. */
    TasksWithComments tasksAndChildren(UUID projectId, Collection<UUID> ids) {
        Map<UUID, Task> tasks = new LinkedHashMap<>();
        Set<UUID> commented = new HashSet<>();
        if (!ids.isEmpty()) {
            query(WITH_COMMENTS, projectId, ids, "n.id in (#) or n.parent_id in (#)", row -> {
                Task task = TaskColumns.read(row);
                tasks.put(task.id(), task);
                if (row.getBoolean(TaskColumns.AFTER) && ids.contains(task.id())) {
                    commented.add(task.id());
                }
            });
        }
        // tasks without comments, which is usual, cost no query
        return new TasksWithComments(tasks, comments.of(projectId, commented));
    }

    /** Tasks by id, and the comments of those that were asked for. */
    record TasksWithComments(Map<UUID, Task> tasks, List<Comment> comments) {}

    /** @param condition in which {@code #} stands for the ids */
    private void query(
            String tasks, UUID projectId, Collection<UUID> ids, String condition, RowCallbackHandler reader) {
        List<Object> parameters = new ArrayList<>(List.of(projectId.toString()));
        String query = tasks;
        if (ids.size() <= MOST_IDS) {
            query += " and (" + condition.replace("#", marks(ids)) + ")";
            long lists = condition.chars().filter(character -> character == '#').count();
            for (long list = 0; list < lists; list++) {
                ids.forEach(id -> parameters.add(id.toString()));
            }
        }
        jdbc.query(query, reader, parameters.toArray());
    }

    private static String marks(Collection<UUID> ids) {
        return String.join(", ", Collections.nCopies(ids.size(), "?"));
    }

    /** The left edge and the bottom of all centres; empty if there are no tasks. */
    Optional<Position> bottomLeft(UUID projectId) {
        return jdbc
                .query(
                        "select min(l.x), max(l.y) from node n join node_layout l on l.node_id = n.id"
                                + " where n.project_id = ? having count(*) > 0",
                        (row, number) -> new Position(row.getDouble(1), row.getDouble(2)),
                        projectId.toString())
                .stream()
                .findFirst();
    }

    /** All dependencies of a project, in the order of their creation. */
    List<Dependency> dependencies(UUID projectId) {
        return jdbc.query(
                "select id, source_id, target_id from edge where project_id = ? order by id",
                (row, number) -> new Dependency(
                        UUID.fromString(row.getString(1)),
                        UUID.fromString(row.getString(2)),
                        UUID.fromString(row.getString(3))),
                projectId.toString());
    }

    /** The comments of some tasks, in the order in which they were written. */
    List<Comment> comments(UUID projectId, Collection<UUID> taskIds) {
        return comments.of(projectId, taskIds);
    }

    /** Writes an edit; what it has before must be what is stored. */
    void write(UUID projectId, GraphEdit edit) {
        List<Task> added = new ArrayList<>();
        List<Task> changed = new ArrayList<>();
        List<Task> moved = new ArrayList<>();
        List<UUID> removed = new ArrayList<>();
        for (TaskRow row : edit.tasks()) {
            Task after = row.after();
            if (after == null) {
                removed.add(row.id());
            } else if (row.before() == null) {
                added.add(after);
            } else {
                Set<TaskField> fields = row.fields();
                addIf(fields.stream().anyMatch(TaskField.LAYOUT::contains), moved, after);
                addIf(!TaskField.LAYOUT.containsAll(fields), changed, after);
            }
        }
        // a task is there before what refers to it, and goes after it; its dependencies and comments go with it
        delete("edge", removed(edit.dependencies(), removed));
        addTasks(projectId, parentsFirst(added));
        changeTasks(changed);
        moveTasks(moved);
        delete("node", removed);
        addDependencies(
                projectId,
                edit.dependencies().stream()
                        .map(DependencyRow::after)
                        .filter(Objects::nonNull)
                        .toList());
        Set<UUID> gone = Set.copyOf(removed);
        comments.write(edit.comments().stream()
                .filter(row -> !gone.contains(row.taskId()))
                .toList());
    }

    private static List<UUID> removed(List<DependencyRow> rows, Collection<UUID> removedTasks) {
        Set<UUID> tasks = Set.copyOf(removedTasks);
        return rows.stream()
                .filter(row -> row.after() == null)
                .map(DependencyRow::before)
                .filter(Objects::nonNull)
                .filter(before -> !tasks.contains(before.sourceId()) && !tasks.contains(before.targetId()))
                .map(Dependency::id)
                .toList();
    }

    private static <T> void addIf(boolean condition, List<T> list, T item) {
        if (condition) {
            list.add(item);
        }
    }

    private void delete(String table, List<UUID> ids) {
        write("delete from " + table + " where id = ?", ids, (statement, id) -> statement.setString(1, id.toString()));
    }

    private void addTasks(UUID projectId, List<Task> tasks) {
        write(TaskColumns.INSERT, tasks, (statement, task) -> {
            int next = TaskColumns.set(statement, task);
            statement.setString(next, projectId.toString());
            statement.setBoolean(next + 1, task.group());
        });
        write("insert into node_layout (x, y, collapsed, node_id) values (?, ?, ?, ?)", tasks, GraphRows::setLayout);
    }

    private void changeTasks(List<Task> tasks) {
        write(TaskColumns.UPDATE, tasks, TaskColumns::set);
    }

    private void moveTasks(List<Task> tasks) {
        write("update node_layout set x = ?, y = ?, collapsed = ? where node_id = ?", tasks, GraphRows::setLayout);
    }

    private static void setLayout(PreparedStatement statement, Task task) throws SQLException {
        statement.setDouble(1, task.position().x());
        statement.setDouble(2, task.position().y());
        statement.setBoolean(3, task.collapsed());
        statement.setString(4, task.id().toString());
    }

    private void addDependencies(UUID projectId, List<Dependency> dependencies) {
        write(
                "insert into edge (id, project_id, source_id, target_id) values (?, ?, ?, ?)",
                dependencies,
                (statement, dependency) -> {
                    statement.setString(1, dependency.id().toString());
                    statement.setString(2, projectId.toString());
                    statement.setString(3, dependency.sourceId().toString());
                    statement.setString(4, dependency.targetId().toString());
                });
    }

    private <T> void write(String statement, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(statement, rows, BATCH, setter);
        }
    }

    /** In an order in which each group comes before what it contains. */
    static List<Task> parentsFirst(List<Task> tasks) {
        Map<UUID, Task> waiting = new LinkedHashMap<>();
        tasks.forEach(task -> waiting.put(task.id(), task));
        List<Task> ordered = new ArrayList<>();
        tasks.forEach(task -> place(task, waiting, ordered));
        return ordered;
    }

    private static void place(Task task, Map<UUID, Task> waiting, List<Task> ordered) {
        if (waiting.remove(task.id()) == null) {
            return;
        }
        Task parent = task.parentId() == null ? null : waiting.get(task.parentId());
        if (parent != null) {
            place(parent, waiting, ordered);
        }
        ordered.add(task);
    }
}

package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.CommentRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes comments with plain JDBC, in the transaction of the caller. */
@Component
class CommentRows {

    /** The columns that {@link #read} expects, of {@code comment c}. */
    static final String READ = "c.id, c.node_id, c.author, c.body, c.created_at";

    private static final String COMMENTS = "select " + READ + " from comment c";
    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    CommentRows(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** The comments of some tasks, in the order in which they were written. */
    List<Comment> of(UUID projectId, Collection<UUID> taskIds) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        if (taskIds.size() == 1) {
            return jdbc.query(
                    COMMENTS + " where c.node_id = ? order by c.id",
                    (row, number) -> read(row, 1),
                    taskIds.iterator().next().toString());
        }
        return jdbc
                .query(
                        COMMENTS + " join node n on n.id = c.node_id where n.project_id = ? order by c.id",
                        (row, number) -> read(row, 1),
                        projectId.toString())
                .stream()
                .filter(comment -> taskIds.contains(comment.taskId()))
                .toList();
    }

    /** A comment of a project, if it still exists. */
    Optional<Comment> find(UUID projectId, UUID id) {
        return jdbc
                .query(
                        COMMENTS + " join node n on n.id = c.node_id where c.id = ? and n.project_id = ?",
                        (row, number) -> read(row, 1),
                        id.toString(),
                        projectId.toString())
                .stream()
                .findFirst();
    }

    /** Writes comments; their tasks must exist. */
    void write(List<CommentRow> rows) {
        List<UUID> removed = rows.stream()
                .filter(row -> row.after() == null)
                .map(CommentRow::id)
                .toList();
        if (!removed.isEmpty()) {
            jdbc.batchUpdate(
                    "delete from comment where id = ?",
                    removed,
                    BATCH,
                    (statement, id) -> statement.setString(1, id.toString()));
        }
        List<Comment> added =
                rows.stream().map(CommentRow::after).filter(Objects::nonNull).toList();
        if (!added.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into comment (id, node_id, author, body, created_at) values (?, ?, ?, ?, ?)",
                    added,
                    BATCH,
                    CommentRows::set);
        }
    }

    private static void set(PreparedStatement statement, Comment comment) throws SQLException {
        statement.setString(1, comment.id().toString());
        statement.setString(2, comment.taskId().toString());
        statement.setString(3, comment.author());
        statement.setString(4, comment.text());
        statement.setTimestamp(5, Timestamp.from(comment.at()), utc());
    }

    /** @param first the index of the first column */
    static Comment read(ResultSet row, int first) throws SQLException {
        return new Comment(
                UUID.fromString(row.getString(first)),
                UUID.fromString(row.getString(first + 1)),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getTimestamp(first + 4, utc()).toInstant());
    }

    /** Instants are stored in UTC, and calendars are not for several threads. */
    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    }
}

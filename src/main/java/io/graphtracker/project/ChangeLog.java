package io.graphtracker.project;

import io.graphtracker.database.DatabaseReplaced;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The stored changes of all projects: what can be undone. */
@Component
class ChangeLog {

    /** How many changes of a project are kept, whoever made them. */
    static final int KEPT = 200;

    /** How many more may be there: forgetting takes a statement, so not every change forgets. */
    static final int FORGET_EVERY = 20;

    private static final int BATCH = 1_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ChangeRepository changes;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ChangeLog(ChangeRepository changes, DataSource source, Clock clock) {
        this.changes = changes;
        this.jdbc = new JdbcTemplate(source);
        this.clock = clock;
    }

    /**
     * Stores a change.
     *
     * @param revision the revision that the project got by it
     * @param undoOf see {@link Change#undoOf}
     * @return its id
     */
    UUID add(UUID projectId, long revision, @Nullable String pageId, @Nullable UUID undoOf, GraphEdit edit) {
        String label = JSON.writeValueAsString(edit.label());
        UUID id = changes.saveAndFlush(new ChangeEntity(
                        projectId,
                        revision,
                        pageId,
                        label,
                        undoOf,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .id();
        List<RowJson.Encoded> rows = Stream.of(
                        edit.tasks().stream().map(RowJson::encode),
                        edit.dependencies().stream().map(RowJson::encode),
                        edit.comments().stream().map(RowJson::encode))
                .flatMap(encoded -> encoded)
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into change_row (change_id, entity, entity_id, before, after) values (?, ?, ?, ?, ?)",
                    rows,
                    BATCH,
                    (statement, row) -> {
                        statement.setString(1, id.toString());
                        statement.setString(2, row.entity());
                        statement.setString(3, row.id().toString());
                        statement.setString(4, row.before());
                        statement.setString(5, row.after());
                    });
        }
        if (revision % FORGET_EVERY == 0) {
            jdbc.update(
                    "delete from change where project_id = ? and revision <= ?", projectId.toString(), revision - KEPT);
        }
        return id;
    }

    /** What a page can undo and redo. */
    UndoStack stack(UUID projectId, String pageId) {
        return new UndoStack(jdbc.query(
                "select c.id, c.undo_of, c.label, exists (select 1 from change_row r where r.change_id = c.id)"
                        + " from change c where c.project_id = ? and c.page_id = ?"
                        + " order by c.revision",
                (row, number) -> new UndoStack.Entry(
                        UUID.fromString(row.getString(1)),
                        id(row.getString(2)),
                        JSON.readValue(row.getString(3), ChangeLabel.class),
                        !row.getBoolean(4)),
                projectId.toString(),
                pageId));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    /** What a change has changed. */
    List<StoredRow> rows(UUID changeId) {
        return jdbc.query(
                "select entity, entity_id, before, after from change_row where change_id = ?",
                (row, number) -> RowJson.decode(new RowJson.Encoded(
                        row.getString(1), UUID.fromString(row.getString(2)), row.getString(3), row.getString(4))),
                changeId.toString());
    }

    /**
     * Forgets all changes when another database has taken the place of the former: nobody remembers what a page did
     * before the backup was made.
     */
    @Transactional
    @EventListener(DatabaseReplaced.class)
    public void forgetAll() {
        Boolean any = jdbc.queryForObject("select exists (select 1 from change)", Boolean.class);
        if (Boolean.TRUE.equals(any)) {
            jdbc.update("delete from change_row");
            jdbc.update("delete from change");
        }
    }
}

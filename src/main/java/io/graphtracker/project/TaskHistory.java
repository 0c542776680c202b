package io.graphtracker.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was changed about a task, as far as it is kept for undo: the task itself, its dependencies and its comments, but not
 * where it is drawn.
 */
@Service
@Transactional(readOnly = true)
public class TaskHistory {

    /** The newest first; what others have undone meanwhile is a change, too. */
    private static final String CHANGES = """
            select c.id, n.entity_id, n.before, n.after
            from change c left join change_row n on n.change_id = c.id and n.entity = 'node' and n.entity_id = ?
            where c.project_id = ? and (n.entity_id is not null or exists (
                select 1 from change_row r where r.change_id = c.id and r.entity in ('edge', 'comment')
                and (r.before like ? or r.after like ?)))
            order by c.revision desc""";

    /**
     * A change.
     *
     * @param undo whether it was an undo, or a redo; the label is that of what was undone
     * @param fields the fields of the task that it changed
     */
    public record Entry(Instant at, ChangeLabel label, boolean undo, List<FieldChange> fields) {

        public Entry {
            fields = List.copyOf(fields);
        }
    }

    /** A field that was changed, with its values as {@link Task} has them. */
    public record FieldChange(
            TaskField field,
            @Nullable Object before,
            @Nullable Object after) {}

    /**
     * Some of the changes.
     *
     * @param more whether there are earlier ones
     */
    public record Page(List<Entry> entries, boolean more) {

        public Page {
            entries = List.copyOf(entries);
        }
    }

    private final JdbcTemplate jdbc;
    private final ChangeRepository changes;

    TaskHistory(DataSource source, ChangeRepository changes) {
        this.jdbc = new JdbcTemplate(source);
        this.changes = changes;
    }

    /** The newest changes of a task, at most so many. */
    public Page newest(UUID projectId, UUID taskId, int limit) {
        Map<UUID, List<FieldChange>> all = changesOf(projectId, taskId);
        List<UUID> ids = all.keySet().stream().limit(limit).toList();
        List<Entry> entries = ids.isEmpty()
                ? List.of()
                : changes.entries(ids).stream()
                        .map(row -> new Entry(
                                row.at(),
                                JsonMapper.shared().readValue(row.label(), ChangeLabel.class),
                                row.undoOf() != null,
                                Objects.requireNonNull(all.get(row.id()))))
                        .toList();
        return new Page(entries, all.size() > ids.size());
    }

    /** No more than {@link ChangeLog} keeps of a project. */
    private Map<UUID, List<FieldChange>> changesOf(UUID projectId, UUID taskId) {
        Map<UUID, List<FieldChange>> found = new LinkedHashMap<>();
        String mention = "%\"" + taskId + "\"%";
        jdbc.query(
                CHANGES,
                row -> {
                    List<FieldChange> fields = new ArrayList<>();
                    boolean onlyDrawn = false;
                    if (row.getString(2) != null
                            && RowJson.decode(new RowJson.Encoded(
                                            RowJson.NODE, taskId, row.getString(3), row.getString(4)))
                                    instanceof StoredRow.TaskFields changed) {
                        onlyDrawn = TaskField.LAYOUT.containsAll(changed.after().keySet());
                        changed.after().keySet().stream()
                                .filter(TaskField.DETAILS::contains)
                                .map(field -> new FieldChange(
                                        field,
                                        changed.before().get(field),
                                        changed.after().get(field)))
                                .forEach(fields::add);
                    }
                    if (!onlyDrawn) {
                        found.put(UUID.fromString(row.getString(1)), fields);
                    }
                },
                taskId.toString(),
                projectId.toString(),
                mention,
                mention);
        return found;
    }
}

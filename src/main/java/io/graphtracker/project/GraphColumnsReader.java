package io.graphtracker.project;

import io.graphtracker.project.GraphColumns.Dependencies;
import io.graphtracker.project.GraphColumns.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads graphs in columns, with three queries whatever their size is. */
@Service
public class GraphColumnsReader {

    private static final List<String> STATUSES =
            Arrays.stream(TaskStatus.values()).map(TaskStatus::slug).toList();

    private final JdbcTemplate jdbc;

    GraphColumnsReader(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** The current revision of a project's graph; nothing if there is no such project. */
    @Transactional(readOnly = true)
    public Optional<Long> revision(UUID projectId) {
        return currentRevision(projectId);
    }

    /** The graph, from one snapshot of the database; nothing if there is no such project. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<GraphColumns> read(UUID projectId) {
        return currentRevision(projectId).map(revision -> {
            TaskRows tasks = new TaskRows();
            jdbc.query(
                    "select n.id, n.parent_id, n.is_group, n.title, n.status, l.x, l.y, l.collapsed"
                            + " from node n join node_layout l on l.node_id = n.id"
                            + " where n.project_id = ? order by n.id",
                    tasks::add,
                    projectId.toString());
            Dependencies dependencies = new Dependencies(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            jdbc.query(
                    "select id, source_id, target_id from edge where project_id = ? order by id",
                    row -> {
                        dependencies.id().add(row.getString(1));
                        dependencies.source().add(tasks.indexOf(row.getString(2)));
                        dependencies.target().add(tasks.indexOf(row.getString(3)));
                    },
                    projectId.toString());
            return new GraphColumns(revision, STATUSES, tasks.columns(), dependencies);
        });
    }

    private Optional<Long> currentRevision(UUID projectId) {
        return jdbc
                .query(
                        "select revision from project where id = ?",
                        (row, number) -> row.getLong(1),
                        projectId.toString())
                .stream()
                .findFirst();
    }

    /** Collects the rows of tasks. */
    private static final class TaskRows {

        private final Map<String, Integer> indexes = new HashMap<>();
        private final List<@Nullable String> parentIds = new ArrayList<>();
        private final List<Integer> groups = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private final List<Integer> statuses = new ArrayList<>();
        private final List<Number> xs = new ArrayList<>();
        private final List<Number> ys = new ArrayList<>();
        private final List<Integer> collapsed = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();

        void add(ResultSet row) throws SQLException {
            String id = row.getString(1);
            indexes.put(id, ids.size());
            ids.add(id);
            parentIds.add(row.getString(2));
            groups.add(row.getBoolean(3) ? 1 : 0);
            titles.add(row.getString(4));
            statuses.add(TaskStatus.valueOf(row.getString(5)).ordinal());
            xs.add(shortest(row.getDouble(6)));
            ys.add(shortest(row.getDouble(7)));
            collapsed.add(row.getBoolean(8) ? 1 : 0);
        }

        /** The index of a task; -1 for none. */
        int indexOf(@Nullable String id) {
            return id == null ? -1 : indexes.getOrDefault(id, -1);
        }

        Tasks columns() {
            return new Tasks(
                    ids, parentIds.stream().map(this::indexOf).toList(), groups, titles, statuses, xs, ys, collapsed);
        }

        /** Without {@code .0}, which a fifth of the answer would consist of. */
        private static Number shortest(double coordinate) {
            long whole = (long) coordinate;
            return whole == coordinate ? (Number) whole : (Number) coordinate;
        }
    }
}

package io.graphtracker.project;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads how far groups are, by one query. */
@Component
class GroupProgressReader {

    // "union" without "all" ends also where groups lie in each other, as only a database edited by hand can have them
    private static final String QUERY = """
            with recursive inside(group_id, id) as (
                select g.id, g.id from node g where g.id in (#)
                union
                select i.group_id, n.id from inside i join node n on n.parent_id = i.id)
            select i.group_id, n.status, count(*) from inside i join node n on n.id = i.id
            where not n.is_group group by i.group_id, n.status""";

    private final JdbcTemplate jdbc;

    GroupProgressReader(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** The progress of groups, by id. */
    Map<UUID, GroupProgress> of(Collection<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<TaskStatus, Long>> counts = new HashMap<>();
        jdbc.query(
                QUERY.replace("#", String.join(", ", Collections.nCopies(groupIds.size(), "?"))),
                row -> {
                    counts.computeIfAbsent(UUID.fromString(row.getString(1)), group -> new EnumMap<>(TaskStatus.class))
                            .put(TaskStatus.valueOf(row.getString(2)), row.getLong(3));
                },
                groupIds.stream().map(UUID::toString).toArray());
        return groupIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        group -> group, group -> GroupProgress.of(counts.getOrDefault(group, Map.of()))));
    }
}

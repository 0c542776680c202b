package io.graphtracker.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A plan as people make them, only large: groups of 20 tasks in five columns, and 1.6 dependencies for each task, of
 * which 85% end at one of the next dozen, most others within ten groups, and the rest anywhere.
 */
final class BenchPlan {

    private static final double PER_TASK = 1.6;
    private static final String[] WORDS =
            ("plan build test review ship draft the data model of clinic booking and import"
                            + " patients screens train staff check legal vendor contract rooms letters phone")
                    .split(" ");

    private final Random random = new Random(20261130);
    private final JdbcTemplate jdbc;
    private final UUID project;

    BenchPlan(JdbcTemplate jdbc, UUID project) {
        this.jdbc = jdbc;
        this.project = project;
    }

    void fill(int tasks) {
        List<Object[]> nodes = new ArrayList<>();
        List<Object[]> places = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        int across = (int) Math.ceil(Math.sqrt(tasks / 40.0));
        TaskStatus[] statuses = TaskStatus.values();
        String group = "";
        for (int at = 0; at < tasks; at++) {
            int number = at / 20;
            double left = number % across * 1200.0;
            double top = number / across * 480.0;
            if (at % 20 == 0) {
                group = id(number, 7);
                nodes.add(new Object[] {
                    group, project.toString(), null, true, "Group " + number + " " + title(), "", "PLANNED", null
                });
                places.add(new Object[] {group, left, top, false});
            }
            String id = id(at, 8);
            ids.add(id);
            String status = statuses[random.nextInt(statuses.length)].name();
            nodes.add(new Object[] {id, project.toString(), group, false, title() + " " + at, "", status, at % 40.0});
            places.add(new Object[] {id, left + at % 5 * 220.0, top + at % 20 / 5 * 90.0, false});
        }
        jdbc.batchUpdate(
                "insert into node (id, project_id, parent_id, is_group, title, description, status, planned_hours)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                nodes);
        jdbc.batchUpdate("insert into node_layout (node_id, x, y, collapsed) values (?, ?, ?, ?)", places);
        jdbc.batchUpdate("insert into edge (id, project_id, source_id, target_id) values (?, ?, ?, ?)", edges(ids));
    }

    private List<Object[]> edges(List<String> ids) {
        List<Object[]> edges = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        int tasks = ids.size();
        while (edges.size() < tasks * PER_TASK) {
            int source = random.nextInt(tasks - 1);
            int reach = random.nextInt(100) < 85 ? 12 : random.nextInt(100) < 80 ? 200 : tasks;
            int target = Math.min(source + 1 + random.nextInt(reach), tasks - 1);
            if (known.add((long) source * tasks + target)) {
                edges.add(new Object[] {id(edges.size(), 9), project.toString(), ids.get(source), ids.get(target)});
            }
        }
        return edges;
    }

    /** In the order of creation, and different for each kind and project. */
    private String id(int number, int kind) {
        return new UUID(((long) number << 24) | 0x7000 | kind, project.getLeastSignificantBits()).toString();
    }

    private String title() {
        StringBuilder title = new StringBuilder();
        for (int words = 3 + random.nextInt(6); words > 0; words--) {
            title.append(title.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return title.toString();
    }
}

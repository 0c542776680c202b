package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanComment;
import io.graphtracker.project.exchange.PlanDependency;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanFormat;
import io.graphtracker.project.exchange.PlanNames;
import io.graphtracker.project.exchange.TaskDraft;
import io.graphtracker.project.exchange.format.CsvTable.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads the CSV of Jira, which repeats columns. Issues with sub-tasks, and epics, become groups; issues that block others
 * are what those depend on; estimates are in seconds.
 */
@Component
@Order(80)
class JiraFormat implements PlanFormat {

    private static final String KEY = "issue key";
    private static final String BLOCKED_BY = "inward issue link (blocks)";
    private static final String BLOCKS = "outward issue link (blocks)";
    private static final double SECONDS = 3_600;

    /** Time, author, and text. */
    private static final int PARTS_OF_COMMENT = 3;

    @Override
    public String id() {
        return "jira";
    }

    @Override
    public boolean recognizes(PlanFile file) {
        List<String> header = file.isBinary() ? List.of() : CsvTable.header(file.head());
        return header.contains(KEY) && header.contains("summary");
    }

    @Override
    public void read(PlanFile file, PlanBuilder plan) {
        Reading reading = new Reading(plan);
        CsvTable table = CsvTable.read(file.text(), reading::row);
        table.names().stream()
                .filter(name -> name.contains("issue link (") && !name.equals(BLOCKED_BY) && !name.equals(BLOCKS))
                .distinct()
                .forEach(name -> plan.dropped(Place.record(1), "", "import.finding.jira-link", name));
        reading.finish();
    }

    /** One table. */
    private static final class Reading {

        private final PlanBuilder plan;
        private final Map<String, String> keysById = new HashMap<>();
        private final Map<TaskDraft, List<String>> parents = new LinkedHashMap<>();

        /** Each is in the rows of both its ends. */
        private final Map<PlanDependency, Place> dependencies = new LinkedHashMap<>();

        Reading(PlanBuilder plan) {
            this.plan = plan;
        }

        void row(Row row) {
            String key = row.value(KEY);
            if (key.isEmpty()) {
                return;
            }
            TaskDraft task = plan.add(key, row.place());
            keysById.put(row.value("issue id"), key);
            task.title(row.value("summary"))
                    .description(row.value("description"))
                    .assignee(row.value("assignee"))
                    .plannedHours(hours(row.value("original estimate", "σ original estimate")))
                    .actualHours(hours(row.value("time spent", "σ time spent")));
            row.values("labels").forEach(label -> task.tags(List.of(label)));
            row.values("comment").forEach(comment -> task.comment(comment(comment)));
            CsvCells.apply(row.value("status"), PlanNames::status, task::status, task, plan);
            CsvCells.apply(row.value("priority"), PlanNames::priority, task::priority, task, plan);
            List<String> around = new ArrayList<>(row.values("parent key"));
            around.addAll(row.values("parent"));
            around.addAll(row.values("parent id"));
            around.addAll(row.values("custom field (epic link)"));
            parents.put(task, around);
            row.values(BLOCKED_BY)
                    .forEach(other -> dependencies.putIfAbsent(new PlanDependency(other, key), row.place()));
            row.values(BLOCKS).forEach(other -> dependencies.putIfAbsent(new PlanDependency(key, other), row.place()));
        }

        private static @Nullable Double hours(String seconds) {
            Double number = Numbers.find(seconds);
            return number == null ? null : Double.valueOf(number / SECONDS);
        }

        /** The time is as the user's Jira shows it, which says neither the format nor the zone. */
        private static PlanComment comment(String cell) {
            String[] parts = cell.split(";", PARTS_OF_COMMENT);
            return parts.length < PARTS_OF_COMMENT
                    ? new PlanComment("", null, cell)
                    : new PlanComment(parts[1].strip(), null, parts[2].strip());
        }

        void finish() {
            parents.forEach((task, around) -> around.stream()
                    .map(other -> keysById.getOrDefault(other, other))
                    .filter(other -> plan.get(other).isPresent())
                    .findFirst()
                    .ifPresent(task::parent));
            dependencies.forEach((pair, place) -> plan.depend(pair.from(), pair.to(), place));
        }
    }
}

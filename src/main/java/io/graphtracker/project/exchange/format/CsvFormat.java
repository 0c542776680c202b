package io.graphtracker.project.exchange.format;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskTags;
import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanFormat;
import io.graphtracker.project.exchange.PlanNames;
import io.graphtracker.project.exchange.TaskDraft;
import io.graphtracker.project.exchange.format.CsvTable.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads tables with a row for each task: the columns of our own, and what other programs call them.
 *
 * @see "docs/plan-format.md"
 */
@Component
@Order(90)
class CsvFormat implements PlanFormat {

    static final String ID = "csv";

    private static final String[] TITLE = {"title", "name", "task name", "task", "summary", "subject"};
    private static final String[] KEY = {"key", "id", "task id", "no", "#"};
    private static final String[] PARENT = {"parent", "group"};
    private static final String[] HOURS = {"planned hours", "hours", "estimate", "estimated hours", "duration", "effort"
    };
    private static final String[] BEFORE = {"depends on", "predecessors", "dependencies", "blocked by"};

    /** As Microsoft Project writes what comes before: {@code 3FS+2 days}. */
    private static final Pattern PREDECESSOR = Pattern.compile("(\\d{1,9})(FS|SS|FF|SF)?([+-].*)?");

    private static final Set<String> KNOWN = known();

    private static Set<String> known() {
        Set<String> known = new HashSet<>(List.of(
                "is group",
                "description",
                "notes",
                "status",
                "priority",
                "actual hours",
                "assignee",
                "resource names",
                "tags",
                "labels",
                "link",
                "url",
                "x",
                "y",
                "collapsed"));
        for (String[] names : new String[][] {TITLE, KEY, PARENT, HOURS, BEFORE}) {
            known.addAll(List.of(names));
        }
        return known;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean recognizes(PlanFile file) {
        List<String> header = file.isBinary() ? List.of() : CsvTable.header(file.head());
        return List.of(TITLE).stream().anyMatch(header::contains)
                && (header.size() > 1 || file.extension().equals(ID));
    }

    @Override
    public void read(PlanFile file, PlanBuilder plan) {
        Reading reading = new Reading(plan);
        CsvTable table = CsvTable.read(file.text(), reading::row);
        table.names().stream()
                .filter(name -> !name.isEmpty() && !KNOWN.contains(name))
                .distinct()
                .forEach(name -> plan.dropped(Place.record(1), "", "import.finding.unknown-column", name));
        reading.finish();
    }

    /** What a cell refers to, before all rows are known. */
    private record Reference(TaskDraft task, String cell) {}

    /** One table. */
    private static final class Reading {

        private final PlanBuilder plan;
        private final List<Reference> parents = new ArrayList<>();
        private final List<Reference> predecessors = new ArrayList<>();
        private final Map<String, String> keysByTitle = new HashMap<>();

        Reading(PlanBuilder plan) {
            this.plan = plan;
        }

        void row(Row row) {
            String title = row.value(TITLE);
            String key = row.value(KEY);
            if (title.isEmpty() && key.isEmpty()) {
                return;
            }
            // rows without keys are counted, as programs count tasks
            TaskDraft task = plan.add(key.isEmpty() ? String.valueOf(row.place().number() - 1) : key, row.place());
            task.title(CsvCells.plain(title))
                    .description(CsvCells.plain(row.value("description", "notes")))
                    .group(CsvCells.isYes(row.value("is group")))
                    .collapsed(CsvCells.isYes(row.value("collapsed")))
                    .assignee(CsvCells.plain(row.value("assignee", "resource names")))
                    .link(row.value("link", "url"))
                    .plannedHours(CsvCells.hours(row.value(HOURS), task, plan))
                    .actualHours(CsvCells.hours(row.value("actual hours"), task, plan));
            row.values("tags").forEach(tags -> task.tags(TaskTags.parse(CsvCells.plain(tags))));
            row.values("labels").forEach(tags -> task.tags(TaskTags.parse(CsvCells.plain(tags))));
            CsvCells.apply(row.value("status"), PlanNames::status, task::status, task, plan);
            CsvCells.apply(row.value("priority"), PlanNames::priority, task::priority, task, plan);
            place(task, Numbers.find(row.value("x")), Numbers.find(row.value("y")));
            keysByTitle.putIfAbsent(task.title(), task.key());
            String parent = row.value(PARENT);
            if (!parent.isEmpty()) {
                parents.add(new Reference(task, parent));
            }
            String before = row.value(BEFORE);
            if (!before.isEmpty()) {
                predecessors.add(new Reference(task, before));
            }
        }

        private static void place(TaskDraft task, @Nullable Double x, @Nullable Double y) {
            if (x != null && y != null) {
                task.position(new Position(x, y));
            }
        }

        void finish() {
            parents.forEach(parent -> parent.task.parent(group(CsvCells.plain(parent.cell), parent.task.place())));
            predecessors.forEach(this::depend);
        }

        /** The row with a key or a title; a new group if there is none. */
        private String group(String name, Place place) {
            if (plan.get(name).isPresent()) {
                return name;
            }
            return keysByTitle.computeIfAbsent(
                    name,
                    title -> plan.find("group " + title, place)
                            .title(title)
                            .group(true)
                            .key());
        }

        private void depend(Reference reference) {
            TaskDraft task = reference.task;
            String whole = CsvCells.plain(reference.cell);
            if (plan.get(whole).isPresent() || keysByTitle.containsKey(whole)) {
                plan.depend(key(whole), task.key(), task.place());
                return;
            }
            for (String part : whole.split("[;,|\\n]")) {
                String name = part.strip();
                Matcher code = PREDECESSOR.matcher(name);
                if (name.isEmpty()) {
                    continue;
                }
                boolean coded = plan.get(key(name)).isEmpty() && code.matches();
                boolean plain = !coded || code.group(2) == null || code.group(2).equals("FS");
                Schedule.depend(
                        plan,
                        key(coded ? code.group(1) : name),
                        task.key(),
                        plain,
                        coded && code.group(3) != null,
                        task.place());
            }
        }

        private String key(String name) {
            return plan.get(name).isPresent() ? name : keysByTitle.getOrDefault(name, name);
        }
    }
}

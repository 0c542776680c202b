package io.graphtracker.project.exchange;

import io.graphtracker.project.Dependency;
import io.graphtracker.project.DependencyCycles;
import io.graphtracker.project.Rules;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.exchange.PlanBuilder.DependencyDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What has to be right whatever the format: texts and numbers, groups, the ends of dependencies, and no cycles. */
final class PlanChecks {

    private static final int MOST_NAMED = 5;

    private final Map<String, TaskDraft> tasks;
    private final List<DependencyDraft> dependencies;
    private final PlanBuilder plan;
    private int cycles;

    PlanChecks(Map<String, TaskDraft> tasks, List<DependencyDraft> dependencies, PlanBuilder plan) {
        this.tasks = tasks;
        this.dependencies = dependencies;
        this.plan = plan;
    }

    /** How many dependencies were left out because of a cycle. */
    int cycles() {
        return cycles;
    }

    PlanDocument document(String name, boolean groupsAreSums) {
        checkGroups();
        DetailChecks details = new DetailChecks(plan);
        for (TaskDraft task : tasks.values()) {
            if (groupsAreSums && task.isGroup()) {
                task.plannedHours(null).actualHours(null).status(TaskStatus.PLANNED);
            }
            details.check(task);
        }
        List<PlanTask> read = tasks.values().stream().map(TaskDraft::task).toList();
        String title = PlanTexts.cut(PlanTexts.line(name), Rules.MAX_NAME);
        return new PlanDocument(title, read, withoutCycles(title, read, possible()));
    }

    private void checkGroups() {
        for (TaskDraft task : tasks.values()) {
            String parent = task.parent();
            if (parent != null) {
                TaskDraft group = tasks.get(parent);
                if (group == null) {
                    plan.changed(task.place(), task.title(), "import.finding.unknown-group", parent);
                    task.parent(null);
                } else {
                    group.group(true);
                }
            }
        }
        Map<String, Integer> depths = new HashMap<>();
        tasks.values().forEach(task -> plan.requireDepth(depth(task, depths), task.place()));
    }

    /** How many groups are around a task; a circle of groups is opened. */
    private int depth(TaskDraft task, Map<String, Integer> depths) {
        List<TaskDraft> way = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        TaskDraft outermost = task;
        while (outermost.parent() != null && !depths.containsKey(outermost.key())) {
            way.add(outermost);
            seen.add(outermost.key());
            if (seen.contains(outermost.parent())) {
                plan.changed(outermost.place(), outermost.title(), "import.finding.group-in-itself");
                outermost.parent(null);
            } else {
                outermost = Objects.requireNonNull(tasks.get(outermost.parent()));
            }
        }
        int depth = depths.getOrDefault(outermost.key(), 0);
        way.remove(outermost);
        for (TaskDraft inner : way.reversed()) {
            depth++;
            depths.put(inner.key(), depth);
        }
        return depths.getOrDefault(task.key(), 0);
    }

    /** The dependencies that have two different ends, each once. */
    private List<DependencyDraft> possible() {
        Set<PlanDependency> pairs = new HashSet<>();
        List<DependencyDraft> possible = new ArrayList<>();
        for (DependencyDraft dependency : dependencies) {
            TaskDraft from = tasks.get(dependency.from());
            TaskDraft to = tasks.get(dependency.to());
            if (from == null || to == null) {
                String unknown = from == null ? dependency.from() : dependency.to();
                TaskDraft known = from == null ? to : from;
                plan.dropped(
                        dependency.place(),
                        known == null ? "" : known.title(),
                        "import.finding.unknown-task",
                        PlanTexts.cut(PlanTexts.line(unknown), Rules.MAX_NAME));
            } else if (from.equals(to)) {
                plan.dropped(dependency.place(), from.title(), "import.finding.own-dependency");
            } else if (pairs.add(new PlanDependency(dependency.from(), dependency.to()))) {
                possible.add(dependency);
            } else {
                plan.dropped(dependency.place(), to.title(), "import.finding.twice", from.title());
            }
        }
        return possible;
    }

    private List<PlanDependency> withoutCycles(String name, List<PlanTask> read, List<DependencyDraft> possible) {
        List<PlanDependency> pairs = possible.stream()
                .map(draft -> new PlanDependency(draft.from(), draft.to()))
                .toList();
        PlanRows rows = PlanRows.of(new PlanDocument(name, read, pairs), Map.of());
        DependencyCycles checked = DependencyCycles.of(rows.tasks(), rows.dependencies());
        cycles = checked.dropped().size();
        if (cycles == 0) {
            return pairs;
        }
        Map<UUID, String> titles = new HashMap<>();
        rows.tasks().forEach(task -> titles.put(task.id(), task.title()));
        Map<Dependency, DependencyDraft> drafts = new LinkedHashMap<>();
        for (int i = 0; i < possible.size(); i++) {
            drafts.put(rows.dependencies().get(i), possible.get(i));
        }
        for (DependencyCycles.Cycle cycle : checked.dropped()) {
            DependencyDraft draft = Objects.requireNonNull(drafts.remove(cycle.dependency()));
            plan.dropped(
                    draft.place(),
                    Objects.requireNonNull(tasks.get(draft.to())).title(),
                    "import.finding.cycle",
                    Objects.requireNonNull(tasks.get(draft.from())).title(),
                    names(cycle.path(), titles),
                    Math.max(0, cycle.path().size() - MOST_NAMED));
        }
        return drafts.values().stream()
                .map(draft -> new PlanDependency(draft.from(), draft.to()))
                .toList();
    }

    private static String names(List<UUID> path, Map<UUID, String> titles) {
        return (path.isEmpty() ? "" : ": ")
                + path.stream()
                        .limit(MOST_NAMED)
                        .map(id -> "“" + titles.get(id) + "”")
                        .collect(Collectors.joining(" → "));
    }
}

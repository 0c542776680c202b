package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.PlanBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who works on what, in files that list people, tasks, and which of them belong together. */
final class Assignees {

    private final Map<String, String> people = new HashMap<>();
    private final Map<String, List<String>> namesByTask = new HashMap<>();

    void addPerson(String key, String name) {
        people.put(key, name.strip());
    }

    /**
     * Assigns a person, who must be known, to a task.
     *
     * @param first whether the name comes before those of others
     */
    void assign(String task, String person, boolean first) {
        String name = people.getOrDefault(person, "");
        if (!name.isEmpty()) {
            List<String> names = namesByTask.computeIfAbsent(task, key -> new ArrayList<>());
            names.add(first ? 0 : names.size(), name);
        }
    }

    /** Sets the assignees of all tasks. */
    void apply(PlanBuilder plan) {
        namesByTask.forEach(
                (task, names) -> plan.get(task).ifPresent(draft -> draft.assignee(String.join(", ", names))));
    }
}

package io.graphtracker.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds which remaining tasks were connected only by deleted ones: after A → B → C, without B, they are A and C. */
final class Reconnections {

    /** Of more pairs than this, nobody could judge which to keep, and finding them would take long. */
    private static final int MOST = 100;

    /** Large groups that depend on each other would need more memory than it is worth. */
    private static final int MOST_REMOVED = 100_000;

    private final Set<UUID> deleted;
    private final DependencyPaths remaining;
    private final Map<UUID, List<UUID>> next = new HashMap<>();

    private Reconnections(Set<UUID> deleted, List<TaskPair> removed, List<Dependency> remaining) {
        this.deleted = deleted;
        this.remaining = new DependencyPaths(List.of(), remaining);
        removed.forEach(pair ->
                next.computeIfAbsent(pair.sourceId(), id -> new ArrayList<>()).add(pair.targetId()));
    }

    /**
     * The pairs, none of which is connected by what remains, or would close a cycle; none at all if there are too many.
     * What groups contain is left out of account; {@link DependencyAdmission} refuses what would close a cycle over them.
     *
     * @param removed the dependencies of the deleted tasks
     * @param remaining all others
     * @param tasks at least the deleted ones, and what lies directly in them
     */
    static List<TaskPair> of(
            Set<UUID> deleted, List<Dependency> removed, List<Dependency> remaining, Collection<Task> tasks) {
        return new Reconnections(deleted, ofContent(removed, deleted, tasks), remaining).find();
    }

    /** The dependencies of a deleted group as those of what it contained. */
    private static List<TaskPair> ofContent(List<Dependency> removed, Set<UUID> deleted, Collection<Task> tasks) {
        Map<UUID, List<UUID>> content = new HashMap<>();
        for (Task task : tasks) {
            if (task.group() && deleted.contains(task.id())) {
                content.put(task.id(), new ArrayList<>());
            }
        }
        for (Task task : tasks) {
            Optional.ofNullable(task.parentId()).map(content::get).ifPresent(siblings -> siblings.add(task.id()));
        }
        return removed.stream()
                .flatMap(dependency ->
                        content.getOrDefault(dependency.sourceId(), List.of(dependency.sourceId())).stream()
                                .flatMap(source ->
                                        content
                                                .getOrDefault(dependency.targetId(), List.of(dependency.targetId()))
                                                .stream()
                                                .map(target -> new TaskPair(source, target))))
                .limit(MOST_REMOVED)
                .toList();
    }

    private List<TaskPair> find() {
        List<UUID> sources = next.keySet().stream()
                .filter(id -> !deleted.contains(id))
                .sorted()
                .toList();
        List<TaskPair> pairs = new ArrayList<>();
        if (sources.size() > MOST) {
            return pairs;
        }
        for (UUID source : sources) {
            Set<UUID> after = remaining.after(source);
            Set<UUID> before = remaining.before(source);
            for (UUID target : behind(source)) {
                if (!after.contains(target) && !before.contains(target)) {
                    pairs.add(new TaskPair(source, target));
                }
                if (pairs.size() > MOST) {
                    return List.of();
                }
            }
        }
        return pairs;
    }

    /** The remaining tasks to which a path over deleted ones leads. */
    private Set<UUID> behind(UUID source) {
        Set<UUID> targets = new LinkedHashSet<>();
        Set<UUID> seen = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(next.getOrDefault(source, List.of()));
        while (!open.isEmpty()) {
            UUID id = open.remove();
            if (!deleted.contains(id)) {
                targets.add(id);
            } else if (seen.add(id)) {
                open.addAll(next.getOrDefault(id, List.of()));
            }
        }
        return targets;
    }
}

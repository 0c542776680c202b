package io.graphtracker.project;

import io.graphtracker.project.Arc.Vertex.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A step in the order of work. A dependency on a group is one on all tasks in it, and a dependency of a group is one of
 * all of them. So that this takes no more arcs than there are tasks, a group has a start, from which arcs lead to its
 * tasks, and a finish, to which arcs lead from them.
 *
 * @param dependency that it stands for; null for what a group contains
 * @see "docs/decisions/2026-11-30-dependencies-of-groups.md"
 */
record Arc(Vertex from, Vertex to, @Nullable Dependency dependency) {

    /** A task, or the start or the finish of a group. */
    record Vertex(UUID id, Part part) {
        enum Part {
            TASK,
            START,
            FINISH
        }
    }

    /**
     * The arcs of a graph, in the order of its dependencies.
     *
     * @param tasks all of the project, or none if no group matters
     */
    static List<Arc> of(Collection<? extends PlanItem> tasks, Collection<Dependency> dependencies) {
        Set<UUID> groups = new HashSet<>();
        tasks.stream().filter(PlanItem::group).map(PlanItem::id).forEach(groups::add);
        List<Arc> arcs = new ArrayList<>();
        for (Dependency dependency : dependencies) {
            arcs.add(new Arc(
                    exit(dependency.sourceId(), groups::contains),
                    entry(dependency.targetId(), groups::contains),
                    dependency));
        }
        tasks.forEach(task -> addContained(task, groups::contains, arcs));
        return arcs;
    }

    private static void addContained(PlanItem task, Predicate<UUID> isGroup, List<Arc> arcs) {
        UUID groupId = task.parentId();
        if (groupId != null) {
            arcs.add(new Arc(new Vertex(groupId, Part.START), entry(task.id(), isGroup), null));
            arcs.add(new Arc(exit(task.id(), isGroup), new Vertex(groupId, Part.FINISH), null));
        }
    }

    /** Where the work on a task or a group begins. */
    static Vertex entry(UUID id, Predicate<UUID> isGroup) {
        return new Vertex(id, isGroup.test(id) ? Part.START : Part.TASK);
    }

    /** Where the work on a task or a group ends. */
    static Vertex exit(UUID id, Predicate<UUID> isGroup) {
        return new Vertex(id, isGroup.test(id) ? Part.FINISH : Part.TASK);
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.data.provider.hierarchy.AbstractHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import io.graphtracker.project.Dependency;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.OutlinePlan;
import io.graphtracker.project.OutlineRow;
import io.graphtracker.project.OutlineRow.Predecessor;
import io.graphtracker.project.OutlineService;
import io.graphtracker.project.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the outline. It knows the ids of all tasks, so that the number of rows and the row of each task are known, and
 * reads the texts only of rows that come into view.
 *
 * @see "docs/decisions/2026-11-30-outline-in-one-list.md"
 */
class OutlineDataProvider extends AbstractHierarchicalDataProvider<UUID, Void> {

    private final OutlineService service;
    private final UUID projectId;
    private final Map<UUID, OutlineRow> rows = new HashMap<>();
    private OutlinePlan plan;
    private OutlineTree tree;

    OutlineDataProvider(OutlineService service, UUID projectId) {
        this.service = service;
        this.projectId = projectId;
        this.plan = service.plan(projectId);
        this.tree = sorted();
    }

    private OutlineTree sorted() {
        return new OutlineTree(plan.nodes(), plan.dependencies());
    }

    OutlineTree tree() {
        return tree;
    }

    /** The texts of a row; empty if it has not come into view. */
    Optional<OutlineRow> row(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Reads everything again. */
    void reload() {
        plan = service.plan(projectId);
        showAll();
    }

    private void showAll() {
        tree = sorted();
        rows.clear();
        refreshAll();
    }

    /** Brings the outline to what it is after a change; reads the texts again if rows come, go or change their group. */
    void apply(GraphPatch patch) {
        switch (plan.apply(patch)) {
            case ROWS -> showAll();
            case ORDER -> {
                update(patch);
                sort();
            }
            case NONE -> update(patch);
        }
    }

    /** Rows move only if they have to: somebody may be reading. */
    private void sort() {
        OutlineTree before = tree;
        tree = sorted();
        if (!tree.rows(null, group -> true).equals(before.rows(null, group -> true))) {
            refreshAll();
        }
    }

    private void update(GraphPatch patch) {
        Map<UUID, OutlineRow> before = Map.copyOf(rows);
        Map<UUID, Task> changed = patch.tasks().stream().collect(Collectors.toMap(Task::id, task -> task));
        Set<UUID> removed = Set.copyOf(patch.removedDependencies());
        rows.replaceAll((id, row) -> {
            Task task = changed.get(id);
            return (task == null ? row : row.with(task)).with(predecessors(row, changed, removed));
        });
        read(patch.dependencies().stream()
                .map(Dependency::targetId)
                .filter(rows::containsKey)
                .toList());
        service.statuses(groupsAround(patch, before))
                .forEach((id, status) -> rows.computeIfPresent(id, (group, row) -> row.with(status)));
        rows.forEach((id, row) -> {
            if (!row.equals(before.get(id))) {
                refreshItem(id);
            }
        });
    }

    /** The groups in view whose status may be another after a change. */
    private Set<UUID> groupsAround(GraphPatch patch, Map<UUID, OutlineRow> before) {
        return patch.tasks().stream()
                .filter(task -> {
                    OutlineRow row = before.get(task.id());
                    return !task.group() && (row == null ? patch.changesPlan() : row.status() != task.status());
                })
                .flatMap(task -> tree.ancestors(task.id()).stream())
                .filter(before::containsKey)
                .collect(Collectors.toSet());
    }

    private static List<Predecessor> predecessors(OutlineRow row, Map<UUID, Task> changed, Set<UUID> removed) {
        return row.dependsOn().stream()
                .filter(predecessor -> !removed.contains(predecessor.dependencyId()))
                .map(predecessor -> Optional.ofNullable(changed.get(predecessor.taskId()))
                        .map(task -> new Predecessor(predecessor.dependencyId(), task.id(), task.title()))
                        .orElse(predecessor))
                .toList();
    }

    @Override
    public HierarchyFormat getHierarchyFormat() {
        return HierarchyFormat.FLATTENED;
    }

    @Override
    public int getChildCount(HierarchicalQuery<UUID, Void> query) {
        return ids(query).size();
    }

    @Override
    public Stream<UUID> fetchChildren(HierarchicalQuery<UUID, Void> query) {
        List<UUID> wanted = ids(query).stream()
                .skip(query.getOffset())
                .limit(query.getLimit())
                .toList();
        // the grid asks again for all that is in view when one row has changed; patches keep those that are known up to
        // date
        read(wanted.stream().filter(id -> !rows.containsKey(id)).toList());
        return wanted.stream();
    }

    @Override
    public int getItemIndex(UUID item, HierarchicalQuery<UUID, Void> query) {
        return ids(query).indexOf(item);
    }

    @Override
    public boolean hasChildren(UUID item) {
        return tree.hasChildren(item);
    }

    @Override
    public @Nullable UUID getParent(UUID item) {
        return tree.parent(item).orElse(null);
    }

    @Override
    public int getDepth(UUID item) {
        return tree.ancestors(item).size();
    }

    @Override
    public boolean isInMemory() {
        return false;
    }

    private List<UUID> ids(HierarchicalQuery<UUID, Void> query) {
        return tree.rows(query.getParent(), query.getExpandedItemIds()::contains);
    }

    private void read(Collection<UUID> ids) {
        service.rows(ids).forEach(row -> rows.put(row.id(), row));
    }
}

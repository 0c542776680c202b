package io.graphtracker.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.graphtracker.project.OutlineRow.Predecessor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the outline of a project shows: the places of all tasks, and the texts of those in view. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class OutlineService {

    private final OutlineRepository outline;
    private final GroupProgressReader progress;

    OutlineService(OutlineRepository outline, GroupProgressReader progress) {
        this.outline = outline;
        this.progress = progress;
    }

    /** What the order of the outline depends on, read by two queries. */
    public OutlinePlan plan(UUID projectId) {
        return new OutlinePlan(outline.nodes(projectId), outline.dependencies(projectId));
    }

    /**
     * The texts of some tasks and groups, in no particular order, read by two queries, and a third if there are groups.
     * Those that no longer exist are left out.
     */
    public List<OutlineRow> rows(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Predecessor>> predecessors = outline.predecessors(ids).stream()
                .collect(groupingBy(
                        DependencyEnds::targetId,
                        mapping(ends -> new Predecessor(ends.id(), ends.sourceId(), ends.sourceTitle()), toList())));
        List<OutlineRepository.RowData> rows = outline.rows(ids);
        Map<UUID, TaskStatus> ofGroups = statuses(rows.stream()
                .filter(OutlineRepository.RowData::group)
                .map(OutlineRepository.RowData::id)
                .toList());
        return rows.stream()
                .map(row -> new OutlineRow(
                        row.id(),
                        row.title(),
                        row.group(),
                        ofGroups.getOrDefault(row.id(), row.status()),
                        row.plannedHours(),
                        predecessors.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** The statuses of groups, which follow from the tasks in them, by id. */
    public Map<UUID, TaskStatus> statuses(Collection<UUID> groupIds) {
        return progress.of(groupIds).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().status()));
    }
}

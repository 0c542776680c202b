package io.graphtracker.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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

    OutlineService(OutlineRepository outline) {
        this.outline = outline;
    }

    /** All tasks and groups of a project in reading order: from top to bottom, then from left to right. */
    public List<OutlineNode> nodes(UUID projectId) {
        return outline.nodes(projectId);
    }

    /**
     * The texts of some tasks and groups, in no particular order, read by two queries. Those that no longer exist are
     * left out.
     */
    public List<OutlineRow> rows(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Predecessor>> predecessors = outline.predecessors(ids).stream()
                .collect(groupingBy(
                        DependencyEnds::targetId,
                        mapping(ends -> new Predecessor(ends.id(), ends.sourceId(), ends.sourceTitle()), toList())));
        return outline.rows(ids).stream()
                .map(row -> new OutlineRow(
                        row.id(),
                        row.title(),
                        row.group(),
                        row.status(),
                        row.plannedHours(),
                        predecessors.getOrDefault(row.id(), List.of())))
                .toList();
    }
}

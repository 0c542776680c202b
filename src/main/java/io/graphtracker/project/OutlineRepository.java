package io.graphtracker.project;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OutlineRepository extends Repository<TaskEntity, UUID> {

    /** A task or a group without the titles of what it depends on. */
    record RowData(
            UUID id,
            String title,
            boolean group,
            TaskStatus status,
            @Nullable Double plannedHours) {}

    @Query("""
            select new io.graphtracker.project.OutlineNode(n.id, n.parentId, n.x, n.y) from TaskEntity n
            where n.projectId = :projectId order by n.id""")
    List<OutlineNode> nodes(UUID projectId);

    @Query("""
            select new io.graphtracker.project.Dependency(e.id, e.sourceId, e.targetId) from DependencyEntity e
            where e.projectId = :projectId order by e.id""")
    List<Dependency> dependencies(UUID projectId);

    @Query("""
            select new io.graphtracker.project.OutlineRepository$RowData(n.id, n.title, n.group, n.status, n.plannedHours)
            from TaskEntity n where n.id in :ids""")
    List<RowData> rows(Collection<UUID> ids);

    @Query(GraphDetailsRepository.ENDS + "where e.targetId in :ids order by e.id")
    List<DependencyEnds> predecessors(Collection<UUID> ids);
}

package io.graphtracker.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface GraphDetailsRepository extends Repository<TaskEntity, UUID> {

    String ENDS = """
            select new io.graphtracker.project.DependencyEnds(e.id, s.id, s.title, t.id, t.title)
            from DependencyEntity e join TaskEntity s on s.id = e.sourceId join TaskEntity t on t.id = e.targetId
            """;

    @Query("""
            select new io.graphtracker.project.GraphFacts(
                p.revision,
                (select count(n) from TaskEntity n where n.projectId = p.id and n.group = false),
                (select count(n) from TaskEntity n where n.projectId = p.id and n.group = true),
                (select count(e) from DependencyEntity e where e.projectId = p.id),
                (select count(n) from TaskEntity n where n.projectId = p.id and n.group = false
                    and n.status = io.graphtracker.project.TaskStatus.DONE),
                (select coalesce(sum(n.plannedHours), 0.0) from TaskEntity n
                    where n.projectId = p.id and n.group = false),
                (select coalesce(sum(""" + Progress.DONE_HOURS + """
                    ), 0.0) from TaskEntity n where n.projectId = p.id and n.group = false))
            from Project p where p.id = :projectId""")
    Optional<GraphFacts> facts(UUID projectId);

    @Query("select count(p) > 0 from Project p where p.id = :projectId")
    boolean isProject(UUID projectId);

    @Query(ENDS + "where e.sourceId = :taskId or e.targetId = :taskId order by e.id")
    List<DependencyEnds> of(UUID taskId);

    @Query(ENDS + "where e.id = :id and e.projectId = :projectId")
    Optional<DependencyEnds> ends(UUID projectId, UUID id);

    @Query("""
            select new io.graphtracker.project.TaskPlace(n.id, n.parentId, n.group, n.title, n.x, n.y, n.collapsed)
            from TaskEntity n where n.projectId = :projectId""")
    List<TaskPlace> places(UUID projectId);

    @Query("select n.id from TaskEntity n where n.projectId = :projectId and n.id in :ids")
    List<UUID> existing(UUID projectId, Collection<UUID> ids);

    @Query("""
            select new io.graphtracker.project.FoundTask(n.id, n.title, p.title)
            from TaskEntity n left join TaskEntity p on p.id = n.parentId
            where n.projectId = :projectId and n.group = true order by lower(n.title), n.id""")
    List<FoundTask> groups(UUID projectId);

    @Query("select n.title from TaskEntity n where n.projectId = :projectId and n.id in :ids order by n.id")
    List<String> titles(UUID projectId, Collection<UUID> ids);

    @Query("""
            select distinct n.assignee from TaskEntity n
            where n.projectId = :projectId and n.assignee is not null order by n.assignee""")
    List<String> assignees(UUID projectId);

    /** The sets of tags that tasks have, as they are stored. */
    @Query("select distinct n.tags from TaskEntity n where n.projectId = :projectId and n.tags <> ''")
    List<String> tags(UUID projectId);

    /** What filters look at in all tasks. */
    @Query("""
            select new io.graphtracker.project.TaskFilter$Row(n.id, n.status, n.tags, n.assignee)
            from TaskEntity n where n.projectId = :projectId and n.group = false""")
    List<TaskFilter.Row> filtered(UUID projectId);
}

package io.graphtracker.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface ProjectRepository extends JpaRepository<Project, UUID> {

    /** The common part of both queries for summaries. It counts tasks, but not groups. */
    String SUMMARIES = """
            select new io.graphtracker.project.ProjectSummary(
                p.id, p.name, p.archived, p.updatedAt,
                count(n.id), count(case when n.status = io.graphtracker.project.TaskStatus.DONE then 1 end),
                coalesce(sum(n.plannedHours), 0.0),
                coalesce(sum(""" + Progress.DONE_HOURS + """
                ), 0.0))
            from Project p left join TaskEntity n on n.projectId = p.id and n.group = false
            """;

    String GROUPED = " group by p.id, p.name, p.archived, p.updatedAt";

    /** Ordered by id among changes of the same millisecond, so that the order is stable. */
    @Query(SUMMARIES + "where p.archived = :archived" + GROUPED + " order by p.updatedAt desc, p.id desc")
    List<ProjectSummary> summaries(boolean archived);

    @Query(SUMMARIES + "where p.id = :id" + GROUPED)
    Optional<ProjectSummary> summary(UUID id);

    /**
     * Renames a project with a single statement, which leaves columns alone that another transaction changes meanwhile.
     *
     * @return 0 if there is no such project
     */
    @Modifying
    @Query("update Project p set p.name = :name, p.updatedAt = :now where p.id = :id")
    int rename(UUID id, String name, Instant now);

    /** Archives a project or undoes that, with a single statement as in {@link #rename}. */
    @Modifying
    @Query("update Project p set p.archived = :archived, p.updatedAt = :now where p.id = :id")
    int setArchived(UUID id, boolean archived, Instant now);

    /**
     * Deletes a project; its tasks and dependencies are deleted by the database ({@code on delete cascade}).
     *
     * @return 0 if there is no such project
     */
    @Modifying
    @Query("delete from Project p where p.id = :id")
    int deleteWithContent(UUID id);

    /**
     * Begins a change of a project's graph. Called before anything is read for the change, it also locks the project's
     * row until the transaction ends, so that concurrent changes cannot both pass checks that only one of them may pass
     * (PostgreSQL; SQLite has a single writer anyway).
     *
     * @return the revision that the graph gets; nothing if there is no such project
     */
    @NativeQuery("update project set revision = revision + 1 where id = :id returning revision")
    Optional<Long> advance(UUID id);

    /** The same for a change of the plan, of which {@code updated_at} tells. */
    @NativeQuery("update project set revision = revision + 1, updated_at = :now where id = :id returning revision")
    Optional<Long> advance(UUID id, Instant now);

    /** Sets the time of the last change of a project's plan. */
    @Modifying
    @Query("update Project p set p.updatedAt = :now where p.id = :id")
    void touch(UUID id, Instant now);
}

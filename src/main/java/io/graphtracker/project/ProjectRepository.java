package io.graphtracker.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ProjectRepository extends JpaRepository<Project, UUID> {

    /** The beginning of both queries for summaries; tasks are counted in the same query, groups are left out. */
    String SUMMARIES = """
            select new io.graphtracker.project.ProjectSummary(
                p.id, p.name, p.archived, p.updatedAt,
                count(n.id), count(case when n.status = io.graphtracker.project.TaskStatus.DONE then 1 end))
            from Project p left join TaskEntity n on n.projectId = p.id and n.group = false
            """;

    String GROUPED = " group by p.id, p.name, p.archived, p.updatedAt";

    /** The id decides between changes of the same millisecond, so that a list never jumps. */
    @Query(SUMMARIES + "where p.archived = :archived" + GROUPED + " order by p.updatedAt desc, p.id desc")
    List<ProjectSummary> summaries(boolean archived);

    @Query(SUMMARIES + "where p.id = :id" + GROUPED)
    Optional<ProjectSummary> summary(UUID id);

    /**
     * Gives a project another name with one statement, which writes nothing that someone else changes at the same time.
     *
     * @return 0 if there is no such project
     */
    @Modifying
    @Query("update Project p set p.name = :name, p.updatedAt = :now where p.id = :id")
    int rename(UUID id, String name, Instant now);

    /** Archives a project or takes it back, as {@link #rename} does it. */
    @Modifying
    @Query("update Project p set p.archived = :archived, p.updatedAt = :now where p.id = :id")
    int setArchived(UUID id, boolean archived, Instant now);

    /**
     * Deletes a project; the database takes its nodes and edges along.
     *
     * @return 0 if there is no such project
     */
    @Modifying
    @Query("delete from Project p where p.id = :id")
    int deleteWithContent(UUID id);

    /**
     * Notes a change of a project's content. Done before anything is read for that change, it also locks the project's row
     * until the transaction ends, so that two changes of one graph cannot pass each other's checks (PostgreSQL; SQLite has one
     * writer at a time anyway).
     *
     * @return 0 if there is no such project
     */
    @Modifying
    @Query("update Project p set p.updatedAt = :now where p.id = :id")
    int touch(UUID id, Instant now);
}

package io.graphtracker.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CommentRepository extends JpaRepository<CommentEntity, UUID> {

    String COMMENTS = """
            select new io.graphtracker.project.Comment(c.id, c.taskId, c.author, c.text, c.at)
            from CommentEntity c join TaskEntity n on n.id = c.taskId where n.projectId = :projectId
            """;

    @Query(COMMENTS + "and c.taskId = :taskId order by c.id")
    List<Comment> ofTask(UUID projectId, UUID taskId);

    @Query(COMMENTS + "order by c.id")
    List<Comment> ofProject(UUID projectId);

    @Query(COMMENTS + "and c.id = :id")
    Optional<Comment> find(UUID projectId, UUID id);
}

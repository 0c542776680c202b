package io.graphtracker.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface TaskRepository extends JpaRepository<TaskEntity, UUID> {

    List<TaskEntity> findByProjectIdOrderById(UUID projectId);

    List<TaskEntity> findByParentId(UUID parentId);

    /** The id of a task's project, without loading the task. */
    @Query("select n.projectId from TaskEntity n where n.id = :id")
    Optional<UUID> projectOf(UUID id);

    /**
     * Moves a task with a single statement, which is cheap and does not fail if the task has been deleted meanwhile.
     *
     * @return 0 if there is no such task
     */
    @Modifying
    @NativeQuery("update node_layout set x = :x, y = :y where node_id = :id")
    int move(UUID id, double x, double y);
}

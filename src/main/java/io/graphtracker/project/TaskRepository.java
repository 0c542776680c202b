package io.graphtracker.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TaskRepository extends JpaRepository<TaskEntity, UUID> {

    List<TaskEntity> findByProjectIdOrderById(UUID projectId);

    /** The id of a task's project, without loading the task. */
    @Query("select n.projectId from TaskEntity n where n.id = :id")
    Optional<UUID> projectOf(UUID id);

    /** The project of tasks that exist. */
    @Query("select distinct n.projectId from TaskEntity n where n.id in :ids")
    List<UUID> projectOf(Collection<UUID> ids);
}

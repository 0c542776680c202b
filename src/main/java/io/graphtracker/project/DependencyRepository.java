package io.graphtracker.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface DependencyRepository extends JpaRepository<DependencyEntity, UUID> {

    List<DependencyEntity> findByProjectIdOrderById(UUID projectId);

    boolean existsBySourceIdAndTargetId(UUID sourceId, UUID targetId);

    /** The project of a dependency. */
    @Query("select e.projectId from DependencyEntity e where e.id = :id")
    Optional<UUID> projectOf(UUID id);

    /** Removes a dependency if it exists; {@code deleteById} would fail if another transaction has removed it. */
    @Modifying
    @Query("delete from DependencyEntity e where e.id = :id")
    void remove(UUID id);

    /** Removes all dependencies of a task with a single statement. */
    @Modifying
    @Query(
            "delete from DependencyEntity e where e.projectId = :projectId and (e.sourceId = :taskId or e.targetId = :taskId)")
    void deleteOf(UUID projectId, UUID taskId);
}

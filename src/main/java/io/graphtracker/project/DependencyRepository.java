package io.graphtracker.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DependencyRepository extends JpaRepository<DependencyEntity, UUID> {

    List<DependencyEntity> findByProjectIdOrderById(UUID projectId);

    /** The project of a dependency. */
    @Query("select e.projectId from DependencyEntity e where e.id = :id")
    Optional<UUID> projectOf(UUID id);
}

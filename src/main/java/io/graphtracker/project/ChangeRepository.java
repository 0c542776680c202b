package io.graphtracker.project;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ChangeRepository extends JpaRepository<ChangeEntity, UUID> {

    /** What is told of a change. */
    record Told(UUID id, Instant at, String label, @Nullable UUID undoOf) {}

    /** Some changes, the newest first. */
    @Query("""
            select new io.graphtracker.project.ChangeRepository$Told(c.id, c.at, c.label, c.undoOf)
            from ChangeEntity c where c.id in :ids order by c.revision desc""")
    List<Told> entries(Collection<UUID> ids);
}

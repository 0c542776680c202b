package io.graphtracker.project;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaskSearchRepository extends Repository<TaskEntity, UUID> {

    /** A title, and whose it is. */
    record Entry(UUID id, @Nullable UUID parentId, boolean group, String title) {}

    @Query("""
            select new io.graphtracker.project.TaskSearchRepository$Entry(n.id, n.parentId, n.group, n.title)
            from TaskEntity n where n.projectId = :projectId order by n.id""")
    List<Entry> entries(UUID projectId);
}

package io.graphtracker.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/**
 * A dependency between two tasks of one project, for queries, and for a new project. Graphs are read and changed by
 * {@link GraphRows}.
 */
@Entity
@Table(name = "edge")
class DependencyEntity {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "project_id", nullable = false, updatable = false)
    private UUID projectId;

    @Column(name = "source_id", nullable = false, updatable = false)
    private UUID sourceId;

    @Column(name = "target_id", nullable = false, updatable = false)
    private UUID targetId;

    @SuppressWarnings("NullAway.Init")
    protected DependencyEntity() {}

    @SuppressWarnings("NullAway.Init")
    DependencyEntity(UUID projectId, UUID sourceId, UUID targetId) {
        this.projectId = projectId;
        this.sourceId = sourceId;
        this.targetId = targetId;
    }
}

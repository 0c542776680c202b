package io.graphtracker.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A stored change of a graph, without its rows; it is only made and removed. */
@Entity
@Table(name = "change")
class ChangeEntity {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "project_id", nullable = false, updatable = false)
    private UUID projectId;

    @Column(name = "revision", nullable = false, updatable = false)
    private long revision;

    @Column(name = "page_id", updatable = false)
    private @Nullable String pageId;

    @Column(name = "label", nullable = false, updatable = false)
    private String label;

    @Column(name = "undo_of", updatable = false)
    private @Nullable UUID undoOf;

    @Column(name = "at", nullable = false, updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected ChangeEntity() {}

    @SuppressWarnings("NullAway.Init")
    ChangeEntity(
            UUID projectId, long revision, @Nullable String pageId, String label, @Nullable UUID undoOf, Instant at) {
        this.projectId = projectId;
        this.revision = revision;
        this.pageId = pageId;
        this.label = label;
        this.undoOf = undoOf;
        this.at = at;
    }

    UUID id() {
        return id;
    }
}

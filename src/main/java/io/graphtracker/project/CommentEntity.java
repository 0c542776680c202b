package io.graphtracker.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** A stored comment; it is only made and removed, and keeps its id when an undo restores it. */
@Entity
@Table(name = "comment")
class CommentEntity implements Persistable<UUID> {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "node_id", nullable = false, updatable = false)
    private UUID taskId;

    @Column(name = "author", nullable = false, updatable = false)
    private String author;

    @Column(name = "body", nullable = false, updatable = false)
    private String text;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected CommentEntity() {}

    CommentEntity(Comment comment) {
        this.id = comment.id();
        this.taskId = comment.taskId();
        this.author = comment.author();
        this.text = comment.text();
        this.at = comment.at();
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Spares the query whether there is one with this id. */
    @Override
    public boolean isNew() {
        return true;
    }
}

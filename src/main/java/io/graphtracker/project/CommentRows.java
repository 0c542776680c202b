package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.CommentRow;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads and writes comments, in the transaction of the caller. */
@Component
class CommentRows {

    private final CommentRepository comments;

    CommentRows(CommentRepository comments) {
        this.comments = comments;
    }

    /** The comments of some tasks, in the order in which they were written. */
    List<Comment> of(UUID projectId, Collection<UUID> taskIds) {
        return switch (taskIds.size()) {
            case 0 -> List.of();
            case 1 -> comments.ofTask(projectId, taskIds.iterator().next());
            default ->
                comments.ofProject(projectId).stream()
                        .filter(comment -> taskIds.contains(comment.taskId()))
                        .toList();
        };
    }

    /** A comment of a project, if it still exists. */
    Optional<Comment> find(UUID projectId, UUID id) {
        return comments.find(projectId, id);
    }

    /** Writes comments; the tasks of those that are added must exist. */
    void write(List<CommentRow> rows) {
        List<UUID> removed = rows.stream()
                .filter(row -> row.after() == null)
                .map(CommentRow::id)
                .toList();
        if (!removed.isEmpty()) {
            comments.deleteAllByIdInBatch(removed);
        }
        List<CommentEntity> added = rows.stream()
                .map(CommentRow::after)
                .filter(Objects::nonNull)
                .map(CommentEntity::new)
                .toList();
        if (!added.isEmpty()) {
            comments.saveAllAndFlush(added);
        }
    }
}

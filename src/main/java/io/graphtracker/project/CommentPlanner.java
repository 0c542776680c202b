package io.graphtracker.project;

import io.graphtracker.project.GraphCommand.AddComment;
import io.graphtracker.project.GraphCommand.DeleteComment;
import io.graphtracker.project.GraphEdit.CommentRow;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works out what commands change that are about comments. */
@Component
class CommentPlanner {

    private final GraphRows rows;
    private final CommentRows comments;
    private final Clock clock;

    CommentPlanner(GraphRows rows, CommentRows comments, Clock clock) {
        this.rows = rows;
        this.comments = comments;
        this.clock = clock;
    }

    GraphEdit add(UUID projectId, AddComment add) {
        String text = Rules.comment(add.text());
        Task task = CommandPlanner.get(rows.tasks(projectId, Set.of(add.taskId())), add.taskId());
        Comment comment = new Comment(
                RowIds.next(), task.id(), add.author(), text, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return edit("change.add-comment", task, CommentRow.added(comment));
    }

    GraphEdit delete(UUID projectId, DeleteComment delete) {
        Comment comment = comments.find(projectId, delete.commentId())
                .orElseThrow(() -> new ProjectException("project.error.comment-not-found"));
        if (!comment.author().equals(delete.author())) {
            throw new ProjectException("project.error.comment-of-another");
        }
        Task task = CommandPlanner.get(rows.tasks(projectId, Set.of(comment.taskId())), comment.taskId());
        return edit("change.delete-comment", task, CommentRow.removed(comment));
    }

    private static GraphEdit edit(String key, Task task, CommentRow row) {
        return GraphEdit.of(ChangeLabel.of(key, task.title()), List.of(), List.of())
                .withComments(List.of(row));
    }
}

package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.graphtracker.project.GraphCommand.AddComment;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.DeleteComment;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.MoveTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Comments are written, deleted by their authors, and undone with their tasks. */
abstract class CommentsContract extends TwoPagesContract {

    @Autowired
    private CommentRows comments;

    private Comment comment(UUID task, String text) {
        mine(new AddComment(task, "anna", text));
        return of(task).getLast();
    }

    private List<Comment> of(UUID... tasks) {
        return comments.of(project, Set.of(tasks));
    }

    @Test
    void aCommentSaysWhoWroteItWhen() {
        assertThat(patch(mine(new AddComment(a, "anna", " Deeper,\nplease 🌱 ")))
                        .commentedTasks())
                .containsExactly(a);
        Comment first = of(a).getFirst();
        assertThat(first)
                .isEqualTo(new Comment(
                        first.id(), a, "anna", "Deeper,\nplease 🌱", Instant.parse("2026-11-22T20:30:00.123Z")));

        clock.advance(Duration.ofMinutes(1));
        Comment second = comment(a, "Done");
        assertThat(of(a)).containsExactly(first, second);
        assertThat(of(a, b)).containsExactly(first, second);
        assertThat(of(b)).isEmpty();
        assertThat(touches(project, () -> mine(new AddComment(b, "anna", "Text"))))
                .isTrue();
    }

    @Test
    void onlyTheAuthorDeletesAComment() {
        Comment comment = comment(a, "Mine");

        assertThat(refusal(() -> mine(new DeleteComment(comment.id(), "ben"))))
                .isEqualTo("project.error.comment-of-another");
        assertThat(of(a)).containsExactly(comment);

        mine(new DeleteComment(comment.id(), "anna"));
        assertThat(of(a)).isEmpty();
        assertThat(refusal(() -> mine(new DeleteComment(comment.id(), "anna"))))
                .isEqualTo("project.error.comment-not-found");
    }

    @Test
    void whatIsNoCommentIsRefused() {
        assertThat(refusal(() -> mine(new AddComment(a, "anna", " \n ")))).isEqualTo("project.error.comment-blank");
        assertThat(refusal(() -> mine(new AddComment(a, "anna", "x".repeat(5_001)))))
                .isEqualTo("project.error.comment-too-long");
        assertThat(refusal(() -> mine(new AddComment(UUID.randomUUID(), "anna", "Text"))))
                .isEqualTo("project.error.node-not-found");
        assertThat(comment(a, "x".repeat(5_000)).text()).hasSize(5_000);
    }

    @Test
    void commentsAreUndoneAndRedone() {
        Comment comment = comment(a, "One");
        mine(new DeleteComment(comment.id(), "anna"));

        assertThat(changes.undo(project, MINE).skipped().total()).isZero();
        assertThat(of(a)).containsExactly(comment);
        changes.undo(project, MINE);
        assertThat(of(a)).isEmpty();
        changes.redo(project, MINE);
        assertThat(of(a)).containsExactly(comment);
        changes.redo(project, MINE);
        assertThat(of(a)).isEmpty();
    }

    @Test
    void aDeletedTaskComesBackWithItsComments() {
        Comment one = comment(a, "One");
        Comment two = comment(b, "Two");
        mine(new DeleteTasks(Set.of(a, b)));
        assertThat(of(a, b)).isEmpty();

        changes.undo(project, MINE);
        assertThat(of(a, b)).containsExactly(one, two);
        changes.redo(project, MINE);
        assertThat(of(a, b)).isEmpty();
    }

    @Test
    void aTaskThatOthersCommentOnIsKept() {
        UUID added = patch(mine(new AddTask("D", new Position(1, 2))))
                .tasks()
                .getFirst()
                .id();
        others(new AddComment(added, "ben", "Why?"));

        assertThat(changes.undo(project, MINE).skipped().total()).isPositive();
        assertThat(of(added)).extracting(Comment::text).containsExactly("Why?");
    }

    @Test
    void aCommentOfATaskThatIsGoneIsNotRestored() {
        Comment comment = comment(a, "One");
        mine(new DeleteComment(comment.id(), "anna"));
        others(new DeleteTasks(Set.of(a)));

        changes.undo(project, MINE);
        assertThat(of(a)).isEmpty();
    }

    @Test
    void theHistoryOfATaskTellsWhatWasChanged(@Autowired TaskHistory history) {
        clock.advance(Duration.ofMinutes(1));
        mine(new EditTask(a, shown(a), details("A2")));
        mine(new MoveTasks(Map.of(a, new Position(9, 9))));
        mine(new Connect(a, b));
        comment(a, "One");
        changes.undo(project, MINE);

        TaskHistory.Page page = history.newest(project, a, 4);
        assertThat(page.more()).as("that it was added").isTrue();
        assertThat(page.entries())
                .extracting(entry -> entry.label().key(), TaskHistory.Entry::undo)
                .containsExactly(
                        tuple("change.add-comment", true),
                        tuple("change.add-comment", false),
                        tuple("change.connect", false),
                        tuple("change.edit-task", false));
        TaskHistory.Entry edit = page.entries().getLast();
        assertThat(edit.fields()).containsExactly(new TaskHistory.FieldChange(TaskField.TITLE, "A", "A2"));
        assertThat(edit.at()).isEqualTo(Instant.parse("2026-11-22T20:31:00.123Z"));
        assertThat(history.newest(project, b, 9).entries()).hasSize(2);
        assertThat(history.newest(project, UUID.randomUUID(), 9).entries()).isEmpty();
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import io.graphtracker.actions.IconButton;
import io.graphtracker.project.Comment;
import io.graphtracker.project.GraphCommand.AddComment;
import io.graphtracker.project.GraphCommand.DeleteComment;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Rules;
import io.graphtracker.shell.UnsavedText;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said about a task, and a field to say more. What is typed is kept when another task is selected. */
class TaskComments extends Details {

    private final GraphModel graph;
    private final GraphEditor editor;
    private final String user;
    private final ZoneId zone;
    private final Texts texts;
    private final UnorderedList list = new UnorderedList();
    private final TextArea text = new TextArea();

    /** What was typed about tasks and not added, by task. */
    private final Map<UUID, String> drafts = new HashMap<>();

    private @Nullable UUID taskId;

    /** @param user the name of the current user, who can delete their own comments */
    TaskComments(GraphModel graph, GraphEditor editor, String user, ZoneId zone, Texts texts) {
        this.graph = graph;
        this.editor = editor;
        this.user = user;
        this.zone = zone;
        this.texts = texts;
        setId("taskComments");
        addClassName("task-story");
        list.addClassName("task-story-list");
        text.setId("taskComment");
        text.setLabel(texts.get("task.comments.new"));
        text.setMaxLength(Rules.MAX_COMMENT);
        text.setWidthFull();
        text.addValueChangeListener(change -> keepDraft(change.getValue()));
        Button add = new Button(texts.get("task.comments.add"), click -> add());
        add.setId("btnAddComment");
        add(list, text, add);
    }

    /** Shows the comments of a task. */
    void show(UUID id) {
        boolean another = !id.equals(taskId);
        taskId = id;
        List<Comment> comments = graph.details().commentsOf(graph.projectId(), id);
        setSummaryText(texts.get("task.comments", comments.size()));
        list.removeAll();
        comments.forEach(comment -> list.add(item(comment)));
        list.setVisible(!comments.isEmpty());
        if (another) {
            text.setValue(drafts.getOrDefault(id, ""));
            setOpened(!comments.isEmpty() || !text.isEmpty());
        }
    }

    /** Shows what has been said or deleted now. */
    void follow(GraphPatch patch) {
        UUID id = taskId;
        if (id != null && patch.commentedTasks().contains(id)) {
            show(id);
        }
    }

    private void keepDraft(String typed) {
        UUID id = Objects.requireNonNull(taskId);
        if (typed.isBlank()) {
            drafts.remove(id);
        } else {
            drafts.put(id, typed);
        }
        UnsavedText.mark(this, !drafts.isEmpty());
    }

    private void add() {
        UUID id = Objects.requireNonNull(taskId);
        String typed = text.getValue();
        if (typed.isBlank()) {
            text.focus();
            return;
        }
        editor.execute(new AddComment(id, user, typed)).ifPresent(added -> {
            text.clear();
            text.focus();
        });
    }

    private ListItem item(Comment comment) {
        boolean own = comment.author().equals(user);
        String when = Times.toTheMinute(comment.at().atZone(zone));
        String author = own ? texts.get("task.comments.you") : comment.author();
        Span head = new Span(texts.get("task.comments.head", author, when));
        head.addClassName("secondary");
        Div words = new Div(comment.text());
        words.addClassName("task-comment-text");
        words.getElement().setAttribute("dir", "auto");
        Div header = new Div(head);
        header.addClassName("task-header");
        if (own) {
            header.add(deletion(comment, when));
        }
        return new ListItem(header, words);
    }

    private Button deletion(Comment comment, String when) {
        Button delete = new IconButton(VaadinIcon.CLOSE_SMALL, texts.get("task.comments.delete", when), () -> {
            editor.execute(new DeleteComment(comment.id(), user));
            // the button no longer exists; without this the focus would fall back to the top of the page
            text.focus();
        });
        delete.addThemeVariants(ButtonVariant.SMALL);
        return delete;
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskHistory;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was changed about a task, and when; read when it is opened. */
class TaskHistoryDetails extends Details {

    /** How many changes are shown first, and how many more by each click. */
    private static final int PAGE = 20;

    private final TaskHistory history;
    private final UUID projectId;
    private final ZoneId zone;
    private final Texts texts;
    private final UnorderedList list = new UnorderedList();
    private final Button more;
    private final Paragraph note = new Paragraph();
    private @Nullable UUID taskId;
    private int limit = PAGE;

    TaskHistoryDetails(TaskHistory history, UUID projectId, ZoneId zone, Texts texts) {
        super(texts.get("task.history"));
        this.history = history;
        this.projectId = projectId;
        this.zone = zone;
        this.texts = texts;
        setId("taskHistory");
        addClassName("task-story");
        list.addClassName("task-story-list");
        more = new Button(texts.get("task.history.more"), click -> {
            int first = list.getComponentCount();
            limit += PAGE;
            load();
            focus(first);
        });
        more.setId("taskHistoryMore");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        note.addClassName("secondary");
        add(list, more, note);
        addOpenedChangeListener(change -> load());
    }

    /** The button disappears when there is no more. */
    private void focus(int row) {
        if (row < list.getComponentCount()) {
            list.getComponentAt(row).getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
        }
    }

    /** Shows the history of another task. */
    void show(UUID id) {
        if (!id.equals(taskId)) {
            taskId = id;
            limit = PAGE;
            load();
        }
    }

    /** Shows what has been changed now. */
    void follow(GraphPatch patch) {
        if (patch.tasks().stream().anyMatch(task -> task.id().equals(taskId))
                || patch.commentedTasks().stream().anyMatch(id -> id.equals(taskId))
                || patch.dependencies().stream().anyMatch(added -> added.touches(taskId))
                || !patch.removedDependencies().isEmpty()) {
            load();
        }
    }

    private void load() {
        list.removeAll();
        if (!isOpened() || taskId == null) {
            return;
        }
        TaskHistory.Page page = history.newest(projectId, taskId, limit);
        page.entries().forEach(entry -> list.add(item(entry)));
        list.setVisible(!page.entries().isEmpty());
        more.setVisible(page.more());
        note.setVisible(!page.more());
        note.setText(texts.get(page.entries().isEmpty() ? "task.history.none" : "task.history.end"));
    }

    private ListItem item(TaskHistory.Entry entry) {
        Span when = new Span(Times.toTheMinute(entry.at().atZone(zone)));
        when.addClassName("secondary");
        String name = ChangeTexts.name(entry.label(), texts);
        ListItem item = new ListItem(when);
        // what fields have become says more than that the task was edited
        if (entry.undo()) {
            item.add(new Div(texts.get("task.history.undone", name)));
        } else if (entry.fields().isEmpty()) {
            item.add(new Div(name));
        }
        entry.fields().forEach(field -> {
            Div line = new Div(describe(field));
            line.getElement().setAttribute("dir", "auto");
            item.add(line);
        });
        return item;
    }

    /** A description may be longer than anybody reads here. */
    private String describe(TaskHistory.FieldChange change) {
        String name = TaskFieldTexts.name(change.field(), texts);
        return change.field() == TaskField.DESCRIPTION
                ? name
                : texts.get("task.history.field", name, value(change.before()), value(change.after()));
    }

    private String value(@Nullable Object value) {
        String text = TaskFieldTexts.value(value, texts);
        return text.isEmpty() ? texts.get("conflict.empty") : text;
    }
}

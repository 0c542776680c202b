package io.graphtracker.project.ui;

import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.texts.Texts;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The fields of tasks and their values in words. */
final class TaskFieldTexts {

    private TaskFieldTexts() {}

    /** What a field is called. */
    static String name(TaskField field, Texts texts) {
        return texts.get(
                switch (field) {
                    case TITLE -> "task.title";
                    case DESCRIPTION -> "task.description";
                    case STATUS -> "task.status";
                    case PRIORITY -> "task.priority";
                    case PLANNED_HOURS -> "task.planned-hours";
                    case ACTUAL_HOURS -> "task.actual-hours";
                    case ASSIGNEE -> "task.assignee";
                    case TAGS -> "task.tags";
                    case LINK -> "task.link";
                    case GROUP -> "task.group";
                    case POSITION, COLLAPSED -> "task.move";
                });
    }

    /** A value of a field; empty for none. */
    static String value(@Nullable Object value, Texts texts) {
        return switch (value) {
            case null -> "";
            case TaskStatus status -> texts.get(status.textKey());
            case TaskPriority priority -> texts.get(priority.textKey());
            case Double hours -> HoursText.of(hours);
            case Collection<?> tags ->
                String.join(", ", tags.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }
}

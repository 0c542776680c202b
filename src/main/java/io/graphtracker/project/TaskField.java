package io.graphtracker.project;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field of a task that changes by itself: two people can change different fields of one task at the same time. */
public enum TaskField {
    TITLE(Part.DETAILS, Task::title),
    DESCRIPTION(Part.DETAILS, Task::description),
    STATUS(Part.DETAILS, Task::status),
    PRIORITY(Part.DETAILS, task -> task.details().priority()),
    PLANNED_HOURS(Part.DETAILS, Task::plannedHours),
    ACTUAL_HOURS(Part.DETAILS, task -> task.details().actualHours()),
    ASSIGNEE(Part.DETAILS, task -> task.details().assignee()),
    TAGS(Part.DETAILS, task -> task.details().tags()),
    LINK(Part.DETAILS, task -> task.details().link()),
    /** The group that contains it. */
    GROUP(Part.STRUCTURE, Task::parentId),
    /** Both coordinates are one field. */
    POSITION(Part.LAYOUT, Task::position),
    COLLAPSED(Part.LAYOUT, Task::collapsed);

    /** The part of a task that a field belongs to. */
    private enum Part {
        DETAILS,
        STRUCTURE,
        LAYOUT
    }

    /** The fields of {@link TaskDetails}. */
    static final Set<TaskField> DETAILS = of(Part.DETAILS);

    /** The fields that are stored apart from the task itself; changing them does not change the plan. */
    static final Set<TaskField> LAYOUT = of(Part.LAYOUT);

    private final Part part;
    private final Function<Task, @Nullable Object> reader;

    TaskField(Part part, Function<Task, @Nullable Object> reader) {
        this.part = part;
        this.reader = reader;
    }

    private static Set<TaskField> of(Part part) {
        return Arrays.stream(values())
                .filter(field -> field.part == part)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskField.class)));
    }

    /** The value of this field, as {@link Task} has it. */
    public @Nullable Object of(Task task) {
        return reader.apply(task);
    }

    /** The fields in which two states of a task differ. */
    static Set<TaskField> differing(Task one, Task other) {
        Set<TaskField> fields = EnumSet.noneOf(TaskField.class);
        for (TaskField field : values()) {
            if (!Objects.equals(field.of(one), field.of(other))) {
                fields.add(field);
            }
        }
        return fields;
    }
}

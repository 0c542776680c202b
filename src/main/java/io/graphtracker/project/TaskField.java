package io.graphtracker.project;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of a task that changes by itself: two people can change different fields of one task at the same time. */
public enum TaskField {
    TITLE(Task::title),
    DESCRIPTION(Task::description),
    STATUS(Task::status),
    PLANNED_HOURS(Task::plannedHours),
    /** The group that contains it. */
    GROUP(Task::parentId),
    /** Both coordinates are one field. */
    POSITION(Task::position),
    COLLAPSED(Task::collapsed);

    /** What {@link TaskDetails} contains. */
    static final Set<TaskField> DETAILS = EnumSet.of(TITLE, DESCRIPTION, STATUS, PLANNED_HOURS);

    /** What is stored apart from the task itself; it is no change of the plan. */
    static final Set<TaskField> LAYOUT = EnumSet.of(POSITION, COLLAPSED);

    private final Function<Task, @Nullable Object> reader;

    TaskField(Function<Task, @Nullable Object> reader) {
        this.reader = reader;
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

    /** The values of some fields. */
    static Map<TaskField, @Nullable Object> values(Task task, Set<TaskField> fields) {
        Map<TaskField, @Nullable Object> values = new EnumMap<>(TaskField.class);
        fields.forEach(field -> values.put(field, field.of(task)));
        return values;
    }
}

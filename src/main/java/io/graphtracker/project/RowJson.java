package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.CommentRow;
import io.graphtracker.project.GraphEdit.DependencyRow;
import io.graphtracker.project.GraphEdit.TaskRow;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of changes as JSON: what {@code before} and {@code after} of the table {@code change_row} contain. The names are
 * those of the columns of {@code node}, {@code node_layout}, {@code edge} and {@code comment}.
 */
final class RowJson {

    static final String NODE = "node";
    static final String EDGE = "edge";
    static final String COMMENT = "comment";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String GROUP_FLAG = "is_group";
    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";
    private static final String STATUS = "status";
    private static final String PLANNED_HOURS = "planned_hours";
    private static final String PRIORITY = "priority";
    private static final String ACTUAL_HOURS = "actual_hours";
    private static final String ASSIGNEE = "assignee";
    private static final String TAGS = "tags";
    private static final String LINK = "link";
    private static final String PARENT = "parent_id";
    private static final String X = "x";
    private static final String Y = "y";
    private static final String COLLAPSED = "collapsed";
    private static final String NODE_ID = "node_id";
    private static final String AUTHOR = "author";
    private static final String BODY = "body";
    private static final String CREATED = "created_at";
    private static final String SOURCE = "source_id";
    private static final String TARGET = "target_id";

    private RowJson() {}

    /** A row of {@code change_row}. */
    record Encoded(
            String entity,
            UUID id,
            @Nullable String before,
            @Nullable String after) {}

    static Encoded encode(TaskRow row) {
        Set<TaskField> fields = row.fields();
        boolean whole = row.before() == null || row.after() == null;
        return new Encoded(NODE, row.id(), text(row.before(), fields, whole), text(row.after(), fields, whole));
    }

    static Encoded encode(DependencyRow row) {
        return new Encoded(EDGE, row.id(), text(row.before()), text(row.after()));
    }

    static Encoded encode(CommentRow row) {
        return new Encoded(COMMENT, row.id(), text(row.before()), text(row.after()));
    }

    private static @Nullable String text(@Nullable Comment comment) {
        return comment == null
                ? null
                : JSON.createObjectNode()
                        .put(NODE_ID, comment.taskId().toString())
                        .put(AUTHOR, comment.author())
                        .put(BODY, comment.text())
                        .put(CREATED, comment.at().toString())
                        .toString();
    }

    private static @Nullable String text(@Nullable Task task, Set<TaskField> fields, boolean whole) {
        if (task == null) {
            return null;
        }
        ObjectNode json = JSON.createObjectNode();
        if (whole) {
            json.put(GROUP_FLAG, task.group());
        }
        fields.forEach(field -> write(json, task, field));
        return json.toString();
    }

    private static void write(ObjectNode json, Task task, TaskField field) {
        switch (field) {
            case TITLE -> json.put(TITLE, task.title());
            case DESCRIPTION -> json.put(DESCRIPTION, task.description());
            case STATUS -> json.put(STATUS, task.status().name());
            case PLANNED_HOURS -> json.put(PLANNED_HOURS, task.plannedHours());
            case PRIORITY -> json.put(PRIORITY, task.details().priority().name());
            case ACTUAL_HOURS -> json.put(ACTUAL_HOURS, task.details().actualHours());
            case ASSIGNEE -> json.put(ASSIGNEE, task.details().assignee());
            case TAGS -> json.put(TAGS, TaskTags.text(task.details().tags()));
            case LINK -> json.put(LINK, task.details().link());
            case GROUP -> json.put(PARENT, Objects.toString(task.parentId(), null));
            case POSITION ->
                json.put(X, task.position().x()).put(Y, task.position().y());
            case COLLAPSED -> json.put(COLLAPSED, task.collapsed());
        }
    }

    private static @Nullable String text(@Nullable Dependency dependency) {
        return dependency == null
                ? null
                : JSON.createObjectNode()
                        .put(SOURCE, dependency.sourceId().toString())
                        .put(TARGET, dependency.targetId().toString())
                        .toString();
    }

    static StoredRow decode(Encoded row) {
        JsonNode before = row.before() == null ? null : JSON.readTree(row.before());
        JsonNode after = row.after() == null ? null : JSON.readTree(row.after());
        if (before != null && after != null) {
            return new StoredRow.TaskFields(row.id(), values(before), values(after));
        }
        boolean added = after != null;
        JsonNode whole = Objects.requireNonNull(added ? after : before);
        if (row.entity().equals(EDGE)) {
            return new StoredRow.WholeDependency(new Dependency(row.id(), id(whole, SOURCE), id(whole, TARGET)), added);
        }
        if (row.entity().equals(COMMENT)) {
            return new StoredRow.WholeComment(comment(row.id(), whole), added);
        }
        return new StoredRow.WholeTask(task(row.id(), whole), added);
    }

    private static Comment comment(UUID id, JsonNode json) {
        return new Comment(
                id,
                id(json, NODE_ID),
                json.get(AUTHOR).asString(),
                json.get(BODY).asString(),
                Instant.parse(json.get(CREATED).asString()));
    }

    private static UUID id(JsonNode json, String name) {
        return UUID.fromString(json.get(name).asString());
    }

    private static Task task(UUID id, JsonNode json) {
        Task task = new Task(
                id,
                null,
                json.get(GROUP_FLAG).asBoolean(),
                new TaskDetails("", "", TaskStatus.PLANNED, null),
                new Position(0, 0),
                false,
                0);
        for (Map.Entry<TaskField, @Nullable Object> value : values(json).entrySet()) {
            task = task.with(value.getKey(), value.getValue());
        }
        return task;
    }

    private static Map<TaskField, @Nullable Object> values(JsonNode json) {
        Map<TaskField, @Nullable Object> values = new EnumMap<>(TaskField.class);
        for (TaskField field : EnumSet.allOf(TaskField.class)) {
            if (json.has(column(field))) {
                values.put(field, read(json, field));
            }
        }
        return values;
    }

    private static String column(TaskField field) {
        return switch (field) {
            case TITLE -> TITLE;
            case DESCRIPTION -> DESCRIPTION;
            case STATUS -> STATUS;
            case PLANNED_HOURS -> PLANNED_HOURS;
            case PRIORITY -> PRIORITY;
            case ACTUAL_HOURS -> ACTUAL_HOURS;
            case ASSIGNEE -> ASSIGNEE;
            case TAGS -> TAGS;
            case LINK -> LINK;
            case GROUP -> PARENT;
            case POSITION -> X;
            case COLLAPSED -> COLLAPSED;
        };
    }

    private static @Nullable Object read(JsonNode json, TaskField field) {
        JsonNode value = json.get(column(field));
        if (value.isNull()) {
            return null;
        }
        return switch (field) {
            case TITLE, DESCRIPTION, ASSIGNEE, LINK -> value.asString();
            case STATUS -> TaskStatus.valueOf(value.asString());
            case PRIORITY -> TaskPriority.valueOf(value.asString());
            case PLANNED_HOURS, ACTUAL_HOURS -> value.asDouble();
            case TAGS -> TaskTags.parse(value.asString());
            case GROUP -> UUID.fromString(value.asString());
            case POSITION -> new Position(value.asDouble(), json.get(Y).asDouble());
            case COLLAPSED -> value.asBoolean();
        };
    }
}

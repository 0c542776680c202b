package io.graphtracker.project.exchange.format;

import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.exchange.PlanComment;
import io.graphtracker.project.exchange.PlanDependency;
import io.graphtracker.project.exchange.PlanDocument;
import io.graphtracker.project.exchange.PlanNames;
import io.graphtracker.project.exchange.PlanTask;
import io.graphtracker.project.exchange.PlanWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the JSON of our own, with a line for each task, so that versions of a plan can be compared. Values that are
 * not set are left out.
 *
 * @see "docs/plan-format.md"
 */
@Component
@Order(10)
class JsonWriter implements PlanWriter {

    static final String FORMAT = "graph-tracker-plan";
    static final int VERSION = 1;

    @Override
    public String id() {
        return JsonFormat.ID;
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String write(PlanDocument plan) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeRaw("\n");
            json.writeStringProperty("format", FORMAT);
            json.writeNumberProperty("version", VERSION);
            json.writeStringProperty("name", plan.name());
            json.writeRaw("\n");
            json.writeArrayPropertyStart("tasks");
            for (PlanTask task : plan.tasks()) {
                json.writeRaw("\n");
                write(task, json);
            }
            json.writeEndArray();
            json.writeRaw("\n");
            json.writeArrayPropertyStart("dependencies");
            for (PlanDependency dependency : plan.dependencies()) {
                json.writeRaw("\n");
                json.writeStartObject();
                json.writeStringProperty("from", dependency.from());
                json.writeStringProperty("to", dependency.to());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void write(PlanTask task, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("key", task.key());
        text("parent", task.parentKey(), json);
        flag("group", task.group(), json);
        write(task.details(), json);
        if (task.position() != null) {
            json.writeNumberProperty("x", task.position().x());
            json.writeNumberProperty("y", task.position().y());
        }
        flag("collapsed", task.collapsed(), json);
        if (!task.comments().isEmpty()) {
            json.writeArrayPropertyStart("comments");
            task.comments().forEach(comment -> write(comment, json));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(TaskDetails details, JsonGenerator json) {
        json.writeStringProperty("title", details.title());
        text("description", details.description(), json);
        json.writeStringProperty("status", details.status().slug());
        if (details.priority() != TaskPriority.NORMAL) {
            json.writeStringProperty("priority", PlanNames.of(details.priority()));
        }
        number("plannedHours", details.plannedHours(), json);
        number("actualHours", details.actualHours(), json);
        text("assignee", details.assignee(), json);
        if (!details.tags().isEmpty()) {
            json.writeArrayPropertyStart("tags");
            details.tags().forEach(json::writeString);
            json.writeEndArray();
        }
        text("link", details.link(), json);
    }

    private static void write(PlanComment comment, JsonGenerator json) {
        json.writeStartObject();
        text("author", comment.author(), json);
        text("time", comment.time() == null ? null : comment.time().toString(), json);
        json.writeStringProperty("text", comment.text());
        json.writeEndObject();
    }

    private static void text(String name, @Nullable String value, JsonGenerator json) {
        if (value != null && !value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private static void flag(String name, boolean value, JsonGenerator json) {
        if (value) {
            json.writeBooleanProperty(name, true);
        }
    }

    private static void number(String name, @Nullable Double value, JsonGenerator json) {
        if (value != null) {
            json.writeNumberProperty(name, value);
        }
    }
}

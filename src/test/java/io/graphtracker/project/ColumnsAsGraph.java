package io.graphtracker.project;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads a graph from the columns that the canvas fetches. */
public final class ColumnsAsGraph {

    private ColumnsAsGraph() {}

    /**
     * The graph in the columns.
     *
     * @param stored contains what the columns do not: most details, and versions
     */
    public static ProjectGraph of(JsonNode json, ProjectGraph stored) {
        JsonNode columns = json.get("tasks");
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < columns.get("id").size(); i++) {
            int parent = columns.get("parent").get(i).asInt();
            Task other = stored.tasks().get(i);
            tasks.add(new Task(
                    id(columns, i),
                    parent < 0 ? null : id(columns, parent),
                    columns.get("group").get(i).asInt() == 1,
                    other.details()
                            .with(TaskField.TITLE, columns.get("title").get(i).asString())
                            .with(
                                    TaskField.STATUS,
                                    status(json.get("statuses")
                                            .get(columns.get("status").get(i).asInt())
                                            .asString())),
                    new Position(
                            columns.get("x").get(i).asDouble(),
                            columns.get("y").get(i).asDouble()),
                    columns.get("collapsed").get(i).asInt() == 1,
                    other.version()));
        }
        return new ProjectGraph(stored.projectId(), tasks, dependencies(json));
    }

    private static TaskStatus status(String slug) {
        for (TaskStatus status : TaskStatus.values()) {
            if (status.slug().equals(slug)) {
                return status;
            }
        }
        throw new AssertionError(slug);
    }

    private static List<Dependency> dependencies(JsonNode json) {
        JsonNode columns = json.get("dependencies");
        List<Dependency> dependencies = new ArrayList<>();
        for (int i = 0; i < columns.get("id").size(); i++) {
            dependencies.add(new Dependency(
                    id(columns, i),
                    id(json.get("tasks"), columns.get("source").get(i).asInt()),
                    id(json.get("tasks"), columns.get("target").get(i).asInt())));
        }
        return dependencies;
    }

    private static UUID id(JsonNode columns, int index) {
        return UUID.fromString(columns.get("id").get(index).asString());
    }
}

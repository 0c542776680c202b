package io.graphtracker.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plan in {@value #RESOURCE}. Its bands lie below each other; a task has a column and a row within its band, and
 * depends only on tasks in columns to its left.
 */
record SamplePlan(String name, List<Band> bands) {

    static final String RESOURCE = "/sample/project.json";

    /** The tasks of a group; without a group name, tasks without a group. */
    record Band(@Nullable String group, @Nullable String description, List<Task> tasks) {

        int rows() {
            return tasks.stream().mapToInt(Task::row).max().orElse(0) + 1;
        }
    }

    /**
     * @param key its name in this file
     * @param after the keys of the tasks it depends on
     */
    record Task(
            String key,
            String title,
            String description,
            TaskStatus status,
            @Nullable Double hours,
            int column,
            int row,
            List<String> after) {}

    static SamplePlan read() {
        try (InputStream json = SamplePlan.class.getResourceAsStream(RESOURCE)) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(json, RESOURCE), SamplePlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

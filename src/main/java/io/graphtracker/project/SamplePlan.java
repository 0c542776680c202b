package io.graphtracker.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plan in {@value #RESOURCE}, laid out from left to right in the order of time: as a whole, it can be read in a window
 * of 1280 by 800 pixels.
 */
record SamplePlan(String name, List<Group> groups, List<Task> tasks) {

    static final String RESOURCE = "/sample/project.json";

    /**
     * @param key its name in this file
     * @param parent the key of the group that contains it, which comes first
     * @param x of its centre, which counts while it is collapsed
     * @param after the keys of the groups and tasks it depends on
     */
    record Group(
            String key,
            @Nullable String parent,
            String title,
            String description,
            double x,
            double y,
            boolean collapsed,
            List<String> after) {}

    /**
     * @param key its name in this file
     * @param group the key of the group that contains it
     * @param hours planned
     * @param actual hours worked so far
     * @param after the keys of the tasks and groups it depends on
     */
    record Task(
            String key,
            @Nullable String group,
            String title,
            String description,
            TaskStatus status,
            @Nullable Double hours,
            @Nullable Double actual,
            @Nullable String assignee,
            @Nullable List<String> tags,
            double x,
            double y,
            List<String> after) {

        TaskDetails details() {
            return new TaskDetails(title, description, status, hours)
                    .with(TaskField.ACTUAL_HOURS, actual)
                    .with(TaskField.ASSIGNEE, assignee)
                    .with(TaskField.TAGS, TaskTags.sorted(tags == null ? List.of() : tags));
        }
    }

    static SamplePlan read() {
        try (InputStream json = SamplePlan.class.getResourceAsStream(RESOURCE)) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(json, RESOURCE), SamplePlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

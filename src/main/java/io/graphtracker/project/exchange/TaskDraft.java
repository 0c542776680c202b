package io.graphtracker.project.exchange;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A task or a group that is being read. What is set twice has the last value; tags and comments are added. */
public final class TaskDraft {

    private final String key;
    private final Place place;
    private final List<PlanComment> comments = new ArrayList<>();
    private TaskDetails details;
    private boolean group;
    private boolean collapsed;
    private @Nullable String parentKey;
    private @Nullable Position position;

    TaskDraft(String key, Place place) {
        this.key = key;
        this.place = place;
        this.details = new TaskDetails(key, "", TaskStatus.PLANNED, null);
    }

    public String key() {
        return key;
    }

    public Place place() {
        return place;
    }

    /** What was read so far; at first, the title is the key. Not checked yet. */
    public TaskDetails details() {
        return details;
    }

    public String title() {
        return details.title();
    }

    public boolean isGroup() {
        return group;
    }

    /** The key of the group that contains it, if any. */
    public @Nullable String parent() {
        return parentKey;
    }

    public TaskDraft title(String title) {
        return with(TaskField.TITLE, title);
    }

    public TaskDraft description(String description) {
        return with(TaskField.DESCRIPTION, description);
    }

    public TaskDraft status(TaskStatus status) {
        return with(TaskField.STATUS, status);
    }

    public TaskDraft priority(TaskPriority priority) {
        return with(TaskField.PRIORITY, priority);
    }

    public TaskDraft plannedHours(@Nullable Double hours) {
        return with(TaskField.PLANNED_HOURS, hours);
    }

    public TaskDraft actualHours(@Nullable Double hours) {
        return with(TaskField.ACTUAL_HOURS, hours);
    }

    public TaskDraft assignee(@Nullable String assignee) {
        return with(TaskField.ASSIGNEE, assignee);
    }

    public TaskDraft tags(Collection<String> more) {
        Set<String> tags = new HashSet<>(details.tags());
        tags.addAll(more);
        return with(TaskField.TAGS, tags);
    }

    public TaskDraft link(@Nullable String link) {
        return with(TaskField.LINK, link);
    }

    private TaskDraft with(TaskField field, @Nullable Object value) {
        return details(details.with(field, value));
    }

    TaskDraft details(TaskDetails newDetails) {
        this.details = newDetails;
        return this;
    }

    public TaskDraft comment(PlanComment comment) {
        comments.add(comment);
        return this;
    }

    /** Makes it a group, which is also done by putting something into it. */
    public TaskDraft group(boolean isGroup) {
        this.group = isGroup;
        return this;
    }

    public TaskDraft collapsed(boolean isCollapsed) {
        this.collapsed = isCollapsed;
        return this;
    }

    /** Puts it into a group, by its key, which may come later in the file. */
    public TaskDraft parent(@Nullable String groupKey) {
        this.parentKey = groupKey;
        return this;
    }

    public TaskDraft position(@Nullable Position newPosition) {
        this.position = newPosition;
        return this;
    }

    PlanTask task() {
        return new PlanTask(key, parentKey, group, details, position, group && collapsed, comments);
    }
}

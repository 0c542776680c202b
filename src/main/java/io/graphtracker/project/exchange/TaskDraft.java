package io.graphtracker.project.exchange;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task or a group that is being read. What is set twice has the last value. */
public final class TaskDraft {

    private final String key;
    private final Place place;
    private String title;
    private String description = "";
    private TaskStatus status = TaskStatus.PLANNED;
    private String assignee = "";
    private String link = "";
    private final List<String> tags = new ArrayList<>();
    private final List<PlanComment> comments = new ArrayList<>();
    private boolean group;
    private boolean collapsed;
    private @Nullable String parentKey;
    private @Nullable PlanPriority priority;
    private @Nullable Double plannedHours;
    private @Nullable Double actualHours;
    private @Nullable Position position;

    TaskDraft(String key, Place place) {
        this.key = key;
        this.place = place;
        this.title = key;
    }

    public String key() {
        return key;
    }

    public Place place() {
        return place;
    }

    /** The title so far; at first, the key. */
    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public boolean isGroup() {
        return group;
    }

    public @Nullable String parent() {
        return parentKey;
    }

    public @Nullable Double plannedHours() {
        return plannedHours;
    }

    public @Nullable Double actualHours() {
        return actualHours;
    }

    public TaskDraft title(String newTitle) {
        this.title = newTitle;
        return this;
    }

    public TaskDraft description(String newDescription) {
        this.description = newDescription;
        return this;
    }

    public TaskDraft status(TaskStatus newStatus) {
        this.status = newStatus;
        return this;
    }

    public TaskDraft priority(@Nullable PlanPriority newPriority) {
        this.priority = newPriority;
        return this;
    }

    public TaskDraft plannedHours(@Nullable Double hours) {
        this.plannedHours = hours;
        return this;
    }

    public TaskDraft actualHours(@Nullable Double hours) {
        this.actualHours = hours;
        return this;
    }

    public TaskDraft assignee(String newAssignee) {
        this.assignee = newAssignee;
        return this;
    }

    public TaskDraft tags(Collection<String> more) {
        tags.addAll(more);
        return this;
    }

    public TaskDraft link(String newLink) {
        this.link = newLink;
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
        return new PlanTask(
                key,
                parentKey,
                group,
                title,
                description,
                status,
                priority,
                plannedHours,
                actualHours,
                assignee,
                tags,
                link,
                position,
                group && collapsed,
                comments);
    }
}

package io.graphtracker.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.SecondaryRow;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A task or a group, for queries, and for a new project. Graphs are read and changed by {@link GraphRows}. It refers to
 * other rows by id, not by association, so that nothing is fetched lazily.
 */
@Entity
@Table(name = "node")
@SecondaryTable(name = TaskEntity.LAYOUT, pkJoinColumns = @PrimaryKeyJoinColumn(name = "node_id"))
@SecondaryRow(table = TaskEntity.LAYOUT, optional = false)
class TaskEntity {

    static final String LAYOUT = "node_layout";

    /** Version 7 contains the time: the order of ids is the order of creation, and the index stays compact. */
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "project_id", nullable = false, updatable = false)
    private UUID projectId;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    @Column(name = "is_group", nullable = false, updatable = false)
    private boolean group;

    @Column(name = "title", nullable = false)
    private String title;

    @Column(name = "description", nullable = false)
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    private TaskStatus status;

    @Column(name = "planned_hours")
    private @Nullable Double plannedHours;

    @Enumerated(EnumType.STRING)
    @Column(name = "priority", nullable = false)
    private TaskPriority priority;

    @Column(name = "actual_hours")
    private @Nullable Double actualHours;

    @Column(name = "assignee")
    private @Nullable String assignee;

    @Column(name = "tags", nullable = false)
    private String tags;

    @Column(name = "link")
    private @Nullable String link;

    @Column(name = "version", nullable = false)
    private long version;

    @Column(table = LAYOUT, name = "x", nullable = false)
    private double x;

    @Column(table = LAYOUT, name = "y", nullable = false)
    private double y;

    @Column(table = LAYOUT, name = "collapsed", nullable = false)
    private boolean collapsed;

    @SuppressWarnings("NullAway.Init")
    protected TaskEntity() {}

    @SuppressWarnings("NullAway.Init")
    private TaskEntity(UUID projectId, boolean group, @Nullable UUID parentId, TaskDetails details, Position position) {
        this.projectId = projectId;
        this.group = group;
        this.parentId = parentId;
        this.title = details.title();
        this.description = details.description();
        this.status = details.status();
        this.plannedHours = details.plannedHours();
        this.priority = details.priority();
        this.actualHours = details.actualHours();
        this.assignee = details.assignee();
        this.tags = TaskTags.text(details.tags());
        this.link = details.link();
        this.x = position.x();
        this.y = position.y();
    }

    static TaskEntity task(UUID projectId, @Nullable UUID parentId, TaskDetails details, Position position) {
        return new TaskEntity(projectId, false, parentId, details, position);
    }

    static TaskEntity group(UUID projectId, String title, String description, Position position) {
        return new TaskEntity(
                projectId, true, null, new TaskDetails(title, description, TaskStatus.PLANNED, null), position);
    }

    UUID id() {
        return id;
    }
}

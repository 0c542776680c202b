package io.graphtracker.project;

/** A field of a task that changes by itself: two people can change different fields of one task at the same time. */
public enum TaskField {
    TITLE,
    DESCRIPTION,
    STATUS,
    PLANNED_HOURS,
    /** The group that contains it. */
    GROUP,
    /** Both coordinates are one field. */
    POSITION,
    COLLAPSED
}

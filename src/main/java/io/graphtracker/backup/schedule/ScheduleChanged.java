package io.graphtracker.backup.schedule;

/** The schedule, its next time or its last result changed. Published as a Spring event. */
public record ScheduleChanged() {}

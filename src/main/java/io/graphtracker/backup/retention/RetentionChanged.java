package io.graphtracker.backup.retention;

/** The rule was saved or turned off. Published as a Spring event. */
public record RetentionChanged() {}

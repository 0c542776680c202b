package io.graphtracker.backup.watch;

/** The settings or the results of watching changed. Published as a Spring event. */
public record WatchChanged() {}

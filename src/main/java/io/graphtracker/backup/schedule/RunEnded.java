package io.graphtracker.backup.schedule;

/** A scheduled run has ended, in this process; published as a Spring event. */
public record RunEnded(LastRun run) {}

package io.graphtracker.backup.watch;

/** A verification of all backups, or a restore drill, began, went on or ended. Published as a Spring event. */
public record WatchProgressed() {}

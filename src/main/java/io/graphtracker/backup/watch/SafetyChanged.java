package io.graphtracker.backup.watch;

/** It was read again whether the data are safe. Published as a Spring event. */
public record SafetyChanged() {}

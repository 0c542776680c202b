package io.graphtracker.actions;

/**
 * What a page announces about a running action. A plain record, because it is the value of a signal.
 *
 * @param number increases with every announcement, so that a repeated text is a new one
 * @param text may be empty
 */
public record Announcement(long number, String text) {}

package io.graphtracker.actions;

/**
 * What a page says aloud of an action that is at work. Plain, since it travels through a signal.
 *
 * @param number counts on with each one, so that the same words again are something new
 * @param text empty if there is nothing to say
 */
public record Announcement(long number, String text) {}

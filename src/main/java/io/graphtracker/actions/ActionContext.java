package io.graphtracker.actions;

import io.graphtracker.feedback.Feedback;
import java.util.Optional;

/** The open page on which an action is performed. */
public interface ActionContext {

    /** The messages of this page; may be kept, and used on any thread. */
    Feedback feedback();

    /**
     * A part of the page, found by its type. So the actions of a feature find what its own page offers; on other
     * pages the result is empty.
     */
    <T> Optional<T> find(Class<T> part);
}

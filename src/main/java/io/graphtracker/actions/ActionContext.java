package io.graphtracker.actions;

import io.graphtracker.feedback.Feedback;
import java.util.Optional;

/** The open page an action is performed on. */
public interface ActionContext {

    /** Where to tell the person at this page what happened; may be kept for later and used from another thread. */
    Feedback feedback();

    /**
     * A part of the page, asked for by its type, so that actions of a feature find what their own page offers and know
     * nothing of other pages.
     */
    <T> Optional<T> find(Class<T> part);
}

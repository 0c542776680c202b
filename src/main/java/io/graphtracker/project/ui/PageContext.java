package io.graphtracker.project.ui;

import io.graphtracker.actions.ActionContext;
import io.graphtracker.feedback.Feedback;
import java.util.Optional;

/** What an action finds on the open page of a project. */
record PageContext(Feedback feedback, GraphCommands page) implements ActionContext {

    @Override
    public <T> Optional<T> find(Class<T> part) {
        return Optional.of(page).filter(part::isInstance).map(part::cast);
    }
}

package io.graphtracker.project.ui;

import io.graphtracker.actions.ActionContext;
import io.graphtracker.feedback.Feedback;
import java.util.Optional;

/** The open page of a project, for actions. */
record PageContext(Feedback feedback, GraphCommands page) implements ActionContext {

    @Override
    public <T> Optional<T> find(Class<T> part) {
        return Optional.of(page).filter(part::isInstance).map(part::cast);
    }
}

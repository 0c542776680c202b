package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Action;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Shortcut;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An action that runs one of the {@link GraphCommands} of the open project page. On any other page it does nothing. */
abstract class GraphAction implements Action {

    private final String id;
    private final VaadinIcon icon;
    private final @Nullable Shortcut shortcut;
    private final Consumer<GraphCommands> command;

    /** @param shortcut null for an action that has none */
    GraphAction(String id, VaadinIcon icon, @Nullable Shortcut shortcut, Consumer<GraphCommands> command) {
        this.id = id;
        this.icon = icon;
        this.shortcut = shortcut;
        this.command = command;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final VaadinIcon icon() {
        return icon;
    }

    @Override
    public final Optional<Shortcut> shortcut() {
        return Optional.ofNullable(shortcut);
    }

    @Override
    public final void perform(ActionContext context) {
        context.find(GraphCommands.class).ifPresent(command);
    }
}

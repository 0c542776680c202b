package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Shortcut;
import io.graphtracker.project.ChangeLabel;
import io.graphtracker.project.UndoState;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An action that is enabled if there is something to undo, or to redo, and whose tooltip says what. */
abstract class UndoOrRedoAction extends GraphAction {

    private final Function<UndoState, @Nullable ChangeLabel> part;
    private final Texts texts;

    /** @param part reads what would be undone or redone */
    UndoOrRedoAction(
            String id,
            VaadinIcon icon,
            Shortcut shortcut,
            Consumer<GraphCommands> command,
            Function<UndoState, @Nullable ChangeLabel> part,
            Texts texts) {
        super(id, icon, shortcut, command);
        this.part = part;
        this.texts = texts;
    }

    @Override
    public final Optional<Signal<Boolean>> enabled(ActionContext context) {
        return state(context).map(state -> state.map(now -> part.apply(now) != null));
    }

    @Override
    public final Optional<Signal<String>> explanation(ActionContext context) {
        return state(context).map(state -> state.map(now -> explain(part.apply(now))));
    }

    private String explain(@Nullable ChangeLabel label) {
        return label == null
                ? texts.get(textKey() + ".tooltip")
                : texts.get(textKey() + ".what", ChangeTexts.name(label, texts));
    }

    private static Optional<Signal<UndoState>> state(ActionContext context) {
        return context.find(GraphCommands.class).map(GraphCommands::undoState);
    }
}

package io.graphtracker.actions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;
import java.util.Set;

/**
 * Binds shortcuts to a page instead of to buttons: a click shortcut does not work while its button is hidden or its
 * tab is not selected.
 */
final class ActionShortcuts {

    private ActionShortcuts() {}

    static void bind(ActionRegistry registry, ActionContext context, Component page, Component graph) {
        for (Action action : registry.actions()) {
            action.shortcut().ifPresent(shortcut -> bind(action, shortcut, context, page, graph));
        }
        TypeAhead.askOnKeys(
                graph,
                registry.actions().stream()
                        .filter(Action::asksForText)
                        .flatMap(action -> action.shortcut().stream())
                        .filter(Shortcut::needsGraphFocus)
                        .map(Shortcut::label)
                        .toList());
    }

    private static void bind(Action action, Shortcut shortcut, ActionContext context, Component page, Component graph) {
        for (Set<KeyModifier> modifiers : shortcut.modifiers()) {
            ShortcutRegistration registration = Shortcuts.addShortcutListener(
                    page,
                    () -> action.performIfEnabled(context),
                    shortcut.key(),
                    modifiers.toArray(KeyModifier[]::new));
            if (shortcut.needsGraphFocus()) {
                registration.listenOn(graph);
            }
        }
    }
}

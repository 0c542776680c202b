package io.graphtracker.actions;

import com.vaadin.flow.signals.Signal;
import io.graphtracker.preferences.Flag;
import io.graphtracker.preferences.Preferences;
import org.springframework.stereotype.Service;

/**
 * Which actions the header shows: the current user's choice, otherwise the action's default. All open pages follow
 * it.
 */
@Service
public class HeaderVisibility {

    private final ActionRegistry registry;
    private final Preferences preferences;

    HeaderVisibility(ActionRegistry registry, Preferences preferences) {
        this.registry = registry;
        this.preferences = preferences;
    }

    /** Whether the header shows an action, as it changes. */
    public Signal<Boolean> isShown(Action action) {
        return flag(action).signal();
    }

    /** Stores whether the header shows an action. */
    public void show(Action action, boolean shown) {
        flag(action).set(shown);
    }

    /** Removes all choices, so that the defaults apply again. */
    public void reset() {
        preferences.removeAll(
                registry.actions().stream().map(Action::headerPreference).toList());
    }

    private Flag flag(Action action) {
        return preferences.flag(action.headerPreference(), action.inHeaderByDefault());
    }
}

package io.graphtracker.actions;

import com.vaadin.flow.signals.Signal;
import io.graphtracker.preferences.Preferences;
import org.springframework.stereotype.Service;

/** Which actions the header shows: the current user's choice, else the action's default; the same in all open pages. */
@Service
public class HeaderVisibility {

    private static final String SHOWN = "1";
    private static final String HIDDEN = "0";

    private final ActionRegistry registry;
    private final Preferences preferences;

    HeaderVisibility(ActionRegistry registry, Preferences preferences) {
        this.registry = registry;
        this.preferences = preferences;
    }

    /** Whether the header shows an action, as it changes. */
    public Signal<Boolean> isShown(Action action) {
        return preferences
                .signal(action.headerPreference(), value(action.inHeaderByDefault()))
                .map(SHOWN::equals);
    }

    /** Shows or hides an action in the header, from now on. */
    public void show(Action action, boolean shown) {
        preferences.put(action.headerPreference(), value(shown));
    }

    /** Forgets all choices, so that the defaults hold again. */
    public void reset() {
        preferences.removeAll(
                registry.actions().stream().map(Action::headerPreference).toList());
    }

    private static String value(boolean shown) {
        return shown ? SHOWN : HIDDEN;
    }
}

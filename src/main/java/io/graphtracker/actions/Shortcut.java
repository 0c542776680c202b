package io.graphtracker.actions;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import java.util.List;

/**
 * A keyboard shortcut of an action.
 *
 * @param label its text in tooltips and help, for example {@code Alt+Shift+B}
 */
public record Shortcut(Key key, List<KeyModifier> modifiers, String label) {

    /** A single key. It works only while the graph has the focus, never in a text field (WCAG 2.1.4). */
    public static Shortcut onGraph(Key key, String label) {
        return new Shortcut(key, List.of(), label);
    }

    /** A key with modifiers, which works on the whole page. */
    public static Shortcut onPage(Key key, String label, KeyModifier... modifiers) {
        return new Shortcut(key, List.of(modifiers), label);
    }

    /** Whether it works only while the graph has the focus. */
    public boolean needsGraphFocus() {
        return modifiers.isEmpty();
    }
}

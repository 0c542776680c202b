package io.graphtracker.actions;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import java.util.List;

/**
 * A keyboard shortcut of an action.
 *
 * @param label how people read it, for example {@code Alt+Shift+B}
 */
public record Shortcut(Key key, List<KeyModifier> modifiers, String label) {

    /** A single key; it acts only while the graph has the focus, so it never takes a letter from a text field (WCAG 2.1.4). */
    public static Shortcut onGraph(Key key, String label) {
        return new Shortcut(key, List.of(), label);
    }

    /** A key with modifiers; it acts on the whole page. */
    public static Shortcut onPage(Key key, String label, KeyModifier... modifiers) {
        return new Shortcut(key, List.of(modifiers), label);
    }

    /** Whether it acts only while the graph has the focus. */
    public boolean needsGraphFocus() {
        return modifiers.isEmpty();
    }
}

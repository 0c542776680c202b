package io.graphtracker.actions;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A keyboard shortcut of an action.
 *
 * @param modifiers the combinations of modifiers, each of which works
 * @param needsGraphFocus whether it works only while the graph has the focus
 * @param label its text in tooltips and help, for example {@code Alt+Shift+B}
 */
public record Shortcut(Key key, List<Set<KeyModifier>> modifiers, boolean needsGraphFocus, String label) {

    /** A single key. It works only while the graph has the focus, never in a text field (WCAG 2.1.4). */
    public static Shortcut onGraph(Key key, String label) {
        return new Shortcut(key, List.of(Set.of()), true, label);
    }

    /**
     * A single character other than a letter, wherever the keyboard has it: German keyboards, for example, have the
     * slash on Shift+7. It works only while the graph has the focus.
     */
    public static Shortcut onGraph(char character) {
        String label = String.valueOf(character);
        return new Shortcut(Key.of(label), List.of(Set.of(), Set.of(KeyModifier.SHIFT)), true, label);
    }

    /**
     * A letter with Ctrl, or on a Mac with ⌘. It works only while the graph has the focus, so that a text field keeps
     * its own.
     *
     * @param letter in lower case; it is where the keyboard has it, not where an American one does
     * @param more modifiers beside Ctrl
     */
    public static Shortcut onGraphWithControl(char letter, String label, KeyModifier... more) {
        String small = String.valueOf(letter);
        Key key = Key.of(small, String.valueOf(Character.toUpperCase(letter)));
        return new Shortcut(key, List.of(with(KeyModifier.CONTROL, more), with(KeyModifier.META, more)), true, label);
    }

    /** A key with modifiers, which works on the whole page. */
    public static Shortcut onPage(Key key, String label, KeyModifier... modifiers) {
        return new Shortcut(key, List.of(Set.of(modifiers)), false, label);
    }

    private static Set<KeyModifier> with(KeyModifier first, KeyModifier... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}

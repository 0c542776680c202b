package io.graphtracker.project;

import java.util.List;

/**
 * What a change did, for people, for example “Delete “Dig””.
 *
 * @param key the key of a message in the bundle, to be completed as in “Undo: {0}”
 * @param arguments its arguments: titles as texts, and numbers
 */
public record ChangeLabel(String key, List<Object> arguments) {

    public ChangeLabel {
        arguments = List.copyOf(arguments);
    }

    static ChangeLabel of(String key, Object... arguments) {
        return new ChangeLabel(key, List.of(arguments));
    }

    /** The arguments as {@code Texts.get} takes them. */
    public Object[] argumentArray() {
        return arguments.toArray();
    }
}

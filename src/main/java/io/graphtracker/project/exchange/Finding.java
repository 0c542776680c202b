package io.graphtracker.project.exchange;

import java.util.List;

/**
 * Something about a file that its reader should know.
 *
 * @param task the title or the key of the task it is about; empty if it is about none
 * @param messageKey a sentence of the bundle
 * @param arguments its arguments: texts and numbers
 */
public record Finding(Severity severity, Place place, String task, String messageKey, List<Object> arguments) {

    /** What it means for the import. */
    public enum Severity {
        /** Something will be different from the file. */
        CHANGED,
        /** Something will be missing. */
        DROPPED,
        /** The file cannot be imported. */
        PROBLEM
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** The arguments as {@code Texts.get} takes them. */
    public Object[] argumentArray() {
        return arguments.toArray();
    }
}

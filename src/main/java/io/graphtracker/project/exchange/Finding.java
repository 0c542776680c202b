package io.graphtracker.project.exchange;

import io.graphtracker.project.Rules;
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
        // a file may contain anything, and any length of it
        task = shown(task);
        arguments = arguments.stream()
                .map(argument -> argument instanceof String text ? shown(text) : argument)
                .toList();
    }

    private static String shown(String text) {
        return PlanTexts.cut(PlanTexts.line(text), Rules.MAX_NAME);
    }

    /** The arguments as {@code Texts.get} takes them. */
    public Object[] argumentArray() {
        return arguments.toArray();
    }
}

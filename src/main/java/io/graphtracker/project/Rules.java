package io.graphtracker.project;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The limits of names, titles, descriptions (in characters) and hours. Each check returns the value to store. */
public final class Rules {

    /** The longest name of a project and title of a task. */
    public static final int MAX_NAME = 200;

    public static final int MAX_DESCRIPTION = 10_000;
    public static final double MAX_HOURS = 100_000;

    /**
     * What turns the direction of the text around it: left in a title, it would also turn the sentence of ours that
     * contains the title.
     *
     * @see <a href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">Unicode: directional
     *     formatting characters</a>
     */
    private static final Pattern BIDI_CONTROLS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private Rules() {}

    /** A project's name, trimmed and without bidirectional controls. */
    static String name(String name) {
        return line(name, "project.error.name-blank", "project.error.name-too-long");
    }

    /** A task's title, trimmed and without bidirectional controls. */
    static String title(String title) {
        return line(title, "project.error.title-blank", "project.error.title-too-long");
    }

    /** A task's details, trimmed. */
    static TaskDetails details(TaskDetails details) {
        String title = title(details.title());
        String description = details.description().strip();
        if (description.length() > MAX_DESCRIPTION) {
            throw new ProjectException("project.error.description-too-long", MAX_DESCRIPTION);
        }
        return new TaskDetails(title, description, details.status(), hours(details.plannedHours()));
    }

    /** A text without what would turn the direction of the text around it. */
    public static String withoutBidiControls(String text) {
        return BIDI_CONTROLS.matcher(text).replaceAll("");
    }

    private static @Nullable Double hours(@Nullable Double hours) {
        // negated, so that NaN is refused, too
        if (hours != null && !(hours >= 0 && hours <= MAX_HOURS)) {
            throw new ProjectException("project.error.hours-out-of-range", MAX_HOURS);
        }
        return hours;
    }

    private static String line(String text, String blankKey, String tooLongKey) {
        String stripped = withoutBidiControls(text).strip();
        if (stripped.isEmpty()) {
            throw new ProjectException(blankKey);
        }
        if (stripped.length() > MAX_NAME) {
            throw new ProjectException(tooLongKey, MAX_NAME);
        }
        return stripped;
    }
}

package io.graphtracker.project;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The limits of what users enter: texts (in characters) and hours. Each check returns the value to store. */
public final class Rules {

    /** The longest name of a project and title of a task. */
    public static final int MAX_NAME = 200;

    public static final int MAX_DESCRIPTION = 10_000;
    public static final double MAX_HOURS = 100_000;
    public static final int MAX_ASSIGNEE = 100;

    /** The longest tag. */
    public static final int MAX_TAG = 30;

    /** The most tags of a task. */
    public static final int MAX_TAGS = 20;

    public static final int MAX_LINK = 2_000;
    public static final int MAX_COMMENT = 5_000;

    /** Not checked further: browsers accept more than the grammar of addresses allows. */
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("(?i)(https?)(://[^\\s\\p{Cc}\"<>/?#]+[^\\s\\p{Cc}\"<>]*)");

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

    /**
     * A task's details, trimmed.
     *
     * @throws ProjectException if one is beyond the limits
     */
    public static TaskDetails details(TaskDetails details) {
        String title = title(details.title());
        String description = details.description().strip();
        if (description.length() > MAX_DESCRIPTION) {
            throw new ProjectException("project.error.description-too-long", MAX_DESCRIPTION);
        }
        return new TaskDetails(
                title,
                description,
                details.status(),
                details.priority(),
                plannedHours(details.plannedHours()),
                actualHours(details.actualHours()),
                assignee(details.assignee()),
                tags(details.tags()),
                link(details.link()));
    }

    /** The text of a comment, trimmed. */
    static String comment(String wanted) {
        String text = wanted.strip();
        if (text.isEmpty()) {
            throw new ProjectException("project.error.comment-blank");
        }
        if (text.length() > MAX_COMMENT) {
            throw new ProjectException("project.error.comment-too-long", MAX_COMMENT);
        }
        return text;
    }

    public static @Nullable Double plannedHours(@Nullable Double hours) {
        return hours(hours, "project.error.hours-out-of-range");
    }

    public static @Nullable Double actualHours(@Nullable Double hours) {
        return hours(hours, "project.error.actual-hours-out-of-range");
    }

    /** A text without what would turn the direction of the text around it. */
    public static String withoutBidiControls(String text) {
        return BIDI_CONTROLS.matcher(text).replaceAll("");
    }

    private static @Nullable Double hours(@Nullable Double hours, String outOfRangeKey) {
        // negated, so that NaN is refused, too
        if (hours != null && !(hours >= 0 && hours <= MAX_HOURS)) {
            throw new ProjectException(outOfRangeKey, MAX_HOURS);
        }
        return hours;
    }

    /** A name, trimmed; empty for nobody. */
    public static String assignee(@Nullable String assignee) {
        String name = plain(assignee);
        if (name.length() > MAX_ASSIGNEE) {
            throw new ProjectException("project.error.assignee-too-long", MAX_ASSIGNEE);
        }
        return name;
    }

    /** What contains commas becomes several tags. */
    public static Set<String> tags(Set<String> wanted) {
        Set<String> tags = TaskTags.merge(wanted.stream().map(Rules::plain).toList());
        if (tags.size() > MAX_TAGS) {
            throw new ProjectException("project.error.too-many-tags", MAX_TAGS);
        }
        if (tags.stream().anyMatch(tag -> tag.length() > MAX_TAG)) {
            throw new ProjectException("project.error.tag-too-long", MAX_TAG);
        }
        return tags;
    }

    /** An address in the web, trimmed and with its scheme in lower case; nothing else may become a link of a page. */
    public static @Nullable String link(@Nullable String wanted) {
        String link = plain(wanted);
        if (link.isEmpty()) {
            return null;
        }
        if (link.length() > MAX_LINK) {
            throw new ProjectException("project.error.link-too-long", MAX_LINK);
        }
        Matcher address = WEB_ADDRESS.matcher(link);
        if (!address.matches()) {
            throw new ProjectException("project.error.link-not-web");
        }
        return address.group(1).toLowerCase(Locale.ROOT) + address.group(2);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : withoutBidiControls(text).strip();
    }

    private static String line(String text, String blankKey, String tooLongKey) {
        String stripped = plain(text);
        if (stripped.isEmpty()) {
            throw new ProjectException(blankKey);
        }
        if (stripped.length() > MAX_NAME) {
            throw new ProjectException(tooLongKey, MAX_NAME);
        }
        return stripped;
    }
}

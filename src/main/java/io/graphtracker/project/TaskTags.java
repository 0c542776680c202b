package io.graphtracker.project;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tags of a task: short words, sorted regardless of case, so that equal sets look equal wherever they are shown and
 * stored. Two tags that differ only in case are one; the spelling that came first stays.
 */
public final class TaskTags {

    private static final String SEPARATOR = ",";
    private static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private TaskTags() {}

    /** The tags in a text, separated by commas, without blanks at the ends and repetitions; unchecked otherwise. */
    public static Set<String> parse(String text) {
        return merge(List.of(text));
    }

    /** How tags are stored. */
    static String text(Set<String> tags) {
        return String.join(SEPARATOR, tags);
    }

    /** All tags in some texts; what contains commas is split. The first spelling stays. */
    public static Set<String> merge(Collection<String> texts) {
        Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String text : texts) {
            Arrays.stream(text.split(SEPARATOR))
                    .map(tag -> tag.strip().replaceAll("\\s+", " "))
                    .filter(tag -> !tag.isEmpty())
                    .forEach(tags::add);
        }
        return sorted(tags);
    }

    /** The same tags in their order. Unlike a sorted set, the result equals any set of these tags. */
    static Set<String> sorted(Collection<String> tags) {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(tags.stream().sorted(ORDER).toList()));
    }
}

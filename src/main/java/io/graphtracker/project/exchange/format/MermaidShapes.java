package io.graphtracker.project.exchange.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The brackets around the label of a node, which give it its shape. */
final class MermaidShapes {

    /** The longer before those that they begin with. */
    private static final List<String[]> BRACKETS = List.of(
            new String[] {"(((", ")))"},
            new String[] {"((", "))"},
            new String[] {"([", "])"},
            new String[] {"[[", "]]"},
            new String[] {"[(", ")]"},
            new String[] {"{{", "}}"},
            new String[] {"[", "]"},
            new String[] {"(", ")"},
            new String[] {"{", "}"},
            new String[] {">", "]"});

    private static final Pattern LABEL = Pattern.compile("label\\s*:\\s*(\"[^\"]*\"|[^,}]*)");

    private MermaidShapes() {}

    /** The label that comes next; null if none does. */
    static @Nullable String label(TextScanner text) {
        if (text.skip("@{")) {
            Matcher label = LABEL.matcher(text.takeUntil("}"));
            return label.find() ? label.group(1) : null;
        }
        for (String[] bracket : BRACKETS) {
            if (text.skip(bracket[0])) {
                return inside(text, bracket[1]);
            }
        }
        return null;
    }

    private static String inside(TextScanner text, String end) {
        text.skipSpace();
        if (text.skip("\"")) {
            // a quoted label may contain the end
            String label = text.takeUntil("\"");
            text.takeUntil(end);
            return label;
        }
        String label = text.takeUntil(end);
        // [/a/] and [\a\] are shapes, too
        boolean slanted = label.length() > 2
                && "/\\".indexOf(label.charAt(0)) >= 0
                && "/\\".indexOf(label.charAt(label.length() - 1)) >= 0;
        return slanted ? label.substring(1, label.length() - 1) : label;
    }
}

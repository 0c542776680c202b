package io.graphtracker.project.exchange;

import io.graphtracker.project.Rules;
import java.util.regex.Pattern;

/** Makes texts of a file fit the rules of a project. */
final class PlanTexts {

    private static final String CUT = "…";

    /** Line breaks, tabs and whatever else is no character of a line. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private static final Pattern NULLS = Pattern.compile("\\u0000");

    private PlanTexts() {}

    /** A text on one line. */
    static String line(String text) {
        return Rules.withoutBidiControls(CONTROLS.matcher(text).replaceAll(" ")).strip();
    }

    /** A text with line breaks as they are in a browser. */
    static String block(String text) {
        return NULLS.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
    }

    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - CUT.length();
        // half of a character that takes two is none
        end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        return text.substring(0, end).strip() + CUT;
    }
}

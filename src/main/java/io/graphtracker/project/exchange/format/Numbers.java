package io.graphtracker.project.exchange.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in texts. */
final class Numbers {

    /** As people and {@link Double#toString} write them; bounded, so that no text takes long. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,15}([.,]\\d{0,20})?|[.,]\\d{1,20})([eE][+-]?\\d{1,3})?");

    /** The part of ISO 8601 that project files use: hours, minutes and seconds of work. */
    private static final Pattern WORK =
            Pattern.compile("PT(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:\\.\\d+)?S)?");

    private Numbers() {}

    /** A number with a point or a comma before its fraction; null if it is none. */
    static @Nullable Double find(String text) {
        String plain = text.strip();
        return NUMBER.matcher(plain).matches() ? Double.valueOf(plain.replace(',', '.')) : null;
    }

    /** Hours of a duration like {@code PT8H30M0S}; null if it is none. */
    static @Nullable Double hours(String duration) {
        Matcher matcher = WORK.matcher(duration.strip());
        if (!matcher.matches()) {
            return null;
        }
        return part(matcher.group(1)) + part(matcher.group(2)) / 60 + part(matcher.group(3)) / 3600;
    }

    private static double part(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }
}

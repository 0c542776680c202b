package io.graphtracker.project.exchange.format;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few entities that labels use. */
final class Entities {

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private static final Pattern ENTITY = Pattern.compile("[&#](#?\\w{1,8});");

    private Entities() {}

    /** Replaces entities of HTML ({@code &amp;}) and of Mermaid ({@code #quot;}, {@code #35;}). */
    static String decode(String text) {
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1), entity.group())));
    }

    private static String character(String name, String otherwise) {
        String number = name.startsWith("#") ? name.substring(1) : name;
        if (number.matches("\\d{1,7}")) {
            int point = Integer.parseInt(number);
            return Character.isValidCodePoint(point) ? Character.toString(point) : otherwise;
        }
        return NAMED.getOrDefault(name, otherwise);
    }
}

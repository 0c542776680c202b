package io.graphtracker.environment;

import java.util.Locale;

/** What can be wrong with a value that stands in the environment as if it were in a line of {@code .env}. */
public enum EnvValueProblem {
    /** It begins or ends with a quote, and is no quoted value. */
    UNBALANCED_QUOTE("begins or ends with a quote that has no counterpart"),
    /** It is not quoted, and has what would be a comment in {@code .env}. */
    COMMENT("has a \"#\" after a blank, as if a comment followed");

    private final String phrase;

    EnvValueProblem(String phrase) {
        this.phrase = phrase;
    }

    /** What is wrong, to follow the variable's name. */
    String phrase() {
        return phrase;
    }

    /** Its name as a part of a text's key, for example {@code unbalanced-quote}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

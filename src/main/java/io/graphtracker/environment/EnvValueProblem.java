package io.graphtracker.environment;

import java.util.Locale;

/** The reasons why a value of the process environment is ambiguous. */
public enum EnvValueProblem {
    /** It begins or ends with a quote, but is not a quoted value. */
    UNBALANCED_QUOTE("begins or ends with a quote that has no counterpart"),
    /** It is not quoted and contains what would be a comment in {@code .env}. */
    COMMENT("has a \"#\" after a blank, as if a comment followed");

    private final String phrase;

    EnvValueProblem(String phrase) {
        this.phrase = phrase;
    }

    /** The rest of a sentence that begins with the variable's name. */
    String phrase() {
        return phrase;
    }

    /** Its name within keys of the message bundle, for example {@code unbalanced-quote}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

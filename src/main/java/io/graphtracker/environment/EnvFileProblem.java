package io.graphtracker.environment;

import java.util.Locale;

/** What can be wrong with a {@code .env} file or with one of its lines. */
public enum EnvFileProblem {
    NOT_A_FILE,
    UNREADABLE,
    TOO_LARGE,
    NOT_UTF8,
    CONTROL_CHARACTER,
    EXPORT_PREFIX,
    NOT_AN_ASSIGNMENT,
    QUOTE_NOT_CLOSED,
    QUOTE_NOT_OPENED,
    TEXT_AFTER_QUOTE;

    /** Whether the line, or the file, could set any variable, for all that can be told. */
    boolean hidesWhatIsSet() {
        return this == UNREADABLE || this == TOO_LARGE || this == NOT_UTF8 || this == CONTROL_CHARACTER;
    }

    /** Its name as a part of a text's key, for example {@code quote-not-closed}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

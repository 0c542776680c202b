package io.graphtracker.environment;

import java.util.Locale;

/** What can be wrong with a {@code .env} file or with one of its lines. */
public enum EnvFileProblem {
    /** A folder. */
    NOT_A_FILE,
    /** A pipe, a socket or a device, whose end nobody knows; it is never opened. */
    NOT_REGULAR,
    UNREADABLE,
    TOO_LARGE,
    NOT_UTF8,
    CONTROL_CHARACTER,
    NOT_AN_ASSIGNMENT,
    QUOTE_NOT_CLOSED,
    QUOTE_NOT_OPENED,
    TEXT_AFTER_QUOTE;

    /** Whether the line, or the file, could set any variable, for all that can be told. */
    boolean hidesWhatIsSet() {
        return switch (this) {
            case NOT_REGULAR, UNREADABLE, TOO_LARGE, NOT_UTF8, CONTROL_CHARACTER -> true;
            default -> false;
        };
    }

    /** Its name as a part of a text's key, for example {@code quote-not-closed}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.graphtracker.environment;

import java.util.Locale;

/** The kinds of errors in a {@code .env} file. */
public enum EnvFileProblem {
    /** A folder. */
    NOT_A_FILE,
    /** A pipe, a socket or a device; it is never opened, since reading it might not end. */
    NOT_REGULAR,
    UNREADABLE,
    TOO_LARGE,
    NOT_UTF8,
    CONTROL_CHARACTER,
    NOT_AN_ASSIGNMENT,
    QUOTE_NOT_CLOSED,
    QUOTE_NOT_OPENED,
    TEXT_AFTER_QUOTE;

    /** Whether the line, or the file, could set any variable. */
    boolean hidesWhatIsSet() {
        return switch (this) {
            case NOT_REGULAR, UNREADABLE, TOO_LARGE, NOT_UTF8, CONTROL_CHARACTER -> true;
            default -> false;
        };
    }

    /** Its name within keys of the message bundle, for example {@code quote-not-closed}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.graphtracker.backup.watch;

import java.util.Arrays;
import java.util.Locale;

/** Why an address could not be called. The names are stored. */
public enum CallProblem {
    /** Its name is not known. */
    UNKNOWN_HOST,
    /** Nobody listens there. */
    NOT_REACHABLE,
    /** There was no answer in time. */
    TIMEOUT,
    /** Its certificate is not trusted, or the two sides have no protocol in common. */
    TLS,
    /** The answer was another address, which is not followed. */
    REDIRECT,
    /** The answer was an error. */
    STATUS,
    /** Something else, see the server log. */
    OTHER;

    /** The problem with a stored name. */
    static CallProblem of(String stored) {
        return Arrays.stream(values())
                .filter(problem -> problem.name().equals(stored))
                .findFirst()
                .orElse(OTHER);
    }

    /** The code in texts, for example {@code unknown_host}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

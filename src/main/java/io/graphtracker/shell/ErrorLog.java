package io.graphtracker.shell;

import io.graphtracker.database.DatabaseFault;
import io.graphtracker.environment.ErrorId;
import io.graphtracker.environment.LimitedLog;
import java.sql.SQLException;
import java.time.Clock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Logs errors nobody foresaw under an id, which is all that a page tells of them. An error that repeats itself gets a line each
 * time, for its id, but its stack trace at most once a minute. What the database could not do needs no id, and so no line each time.
 */
@Component
class ErrorLog {

    private static final Logger log = LoggerFactory.getLogger(ErrorLog.class);

    /** Some messages hold what somebody entered. */
    private static final int LONGEST_REASON = 500;

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final LimitedLog traces;
    private final LimitedLog faults;

    ErrorLog(Clock clock) {
        traces = new LimitedLog(clock, LimitedLog.ALL);
        faults = new LimitedLog(clock, LimitedLog.ALL);
    }

    /** Logs what the database could not do: in one line, since the page tells what it is and what to do. */
    void log(DatabaseFault fault, Throwable error) {
        // a pool's message has numbers that change
        String kind = fault.slug() + (specific(error) instanceof SQLException cause ? cause.getErrorCode() : "");
        faults.tell(kind)
                .ifPresent(others -> log.warn(
                        "The database could not do what it was asked ({}{}): {}",
                        fault.slug(),
                        others == 0 ? "" : ", and " + others + " more since the last such line",
                        reason(error)));
    }

    /** Logs an error, and answers its id. */
    String log(Throwable error) {
        String id = ErrorId.next();
        String place = LimitedLog.placeOf(error);
        if (traces.tell(place).isPresent()) {
            log.error("Unexpected error, error id {}", id, error);
        } else {
            log.error("Unexpected error, error id {}: once more in {}: {}", id, place, reason(error));
        }
        return id;
    }

    private static Throwable specific(Throwable error) {
        return NestedExceptionUtils.getMostSpecificCause(error);
    }

    private static String reason(Throwable error) {
        String message = specific(error).getMessage();
        String line = message == null
                ? "no reason given"
                : BREAKS.matcher(message).replaceAll(" ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}

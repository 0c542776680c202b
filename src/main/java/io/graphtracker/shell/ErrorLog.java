package io.graphtracker.shell;

import io.graphtracker.database.DatabaseFault;
import io.graphtracker.environment.ErrorId;
import io.graphtracker.environment.RateLimitedLog;
import java.sql.SQLException;
import java.time.Clock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Logs unexpected errors under an id, which is all that a page shows of them. A repeated error gets a line for its id
 * each time, but its stack trace at most once a minute. A fault of the database needs no id, so its lines are
 * limited, too.
 */
@Component
class ErrorLog {

    private static final Logger log = LoggerFactory.getLogger(ErrorLog.class);

    /** In characters; some messages contain long user input. */
    private static final int LONGEST_REASON = 500;

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final RateLimitedLog traces;
    private final RateLimitedLog faults;

    ErrorLog(Clock clock) {
        traces = new RateLimitedLog(clock, RateLimitedLog.ALL);
        faults = new RateLimitedLog(clock, RateLimitedLog.ALL);
    }

    /** Logs a fault of the database in one line; the page explains it. */
    void log(DatabaseFault fault, Throwable error) {
        // not the message: that of a pool contains changing numbers
        String kind = fault.slug() + (specific(error) instanceof SQLException cause ? cause.getErrorCode() : "");
        faults.admit(kind)
                .ifPresent(others -> log.warn(
                        "The database could not do what it was asked ({}{}): {}",
                        fault.slug(),
                        others == 0 ? "" : ", and " + others + " more since the last such line",
                        reason(error)));
    }

    /** Logs an unexpected error and returns its id. */
    String log(Throwable error) {
        String id = ErrorId.next();
        String place = RateLimitedLog.placeOf(error);
        if (traces.admit(place).isPresent()) {
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

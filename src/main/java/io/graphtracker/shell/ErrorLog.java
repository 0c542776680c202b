package io.graphtracker.shell;

import io.graphtracker.environment.DatabaseFault;
import io.graphtracker.web.LimitedLog;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Logs errors nobody foresaw under an id, which is all that a page tells of them. An error that repeats itself gets a line each
 * time, for its id, but its stack trace at most once a minute.
 */
@Component
class ErrorLog {

    private static final Logger log = LoggerFactory.getLogger(ErrorLog.class);
    private static final int DIFFERENT_ERRORS = 20;

    private final LimitedLog traces;

    ErrorLog(Clock clock) {
        traces = new LimitedLog(clock, DIFFERENT_ERRORS);
    }

    /** Logs what the database could not do: in one line, since the page tells what it is and what to do. */
    void log(DatabaseFault fault, Throwable error) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(error);
        log.warn("The database could not do what it was asked ({}): {}", fault.slug(), cause.getMessage());
    }

    /** Logs an error, and answers its id. */
    String log(Throwable error) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        if (traces.tell(LimitedLog.placeOf(error)).isPresent()) {
            log.error("Unexpected error, error id {}", id, error);
        } else {
            log.error("Unexpected error, error id {}: once more in {}", id, LimitedLog.placeOf(error));
        }
        return id;
    }
}

package io.graphtracker.shell;

import io.graphtracker.environment.DatabaseFault;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Logs errors nobody foresaw under an id, which is all that a page tells of them. */
@Component
class ErrorLog {

    private static final Logger log = LoggerFactory.getLogger(ErrorLog.class);

    /** Logs what the database could not do: in one line, since the page tells what it is and what to do. */
    void log(DatabaseFault fault, Throwable error) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(error);
        log.warn("The database could not do what it was asked ({}): {}", fault.slug(), cause.getMessage());
    }

    /** Logs an error, and answers its id. */
    String log(Throwable error) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        log.error("Unexpected error, error id {}", id, error);
        return id;
    }
}

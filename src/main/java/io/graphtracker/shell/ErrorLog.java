package io.graphtracker.shell;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs errors nobody foresaw under an id, which is all that a page tells of them. */
@Component
class ErrorLog {

    private static final Logger log = LoggerFactory.getLogger(ErrorLog.class);

    /** Logs an error, and answers its id. */
    String log(Throwable error) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        log.error("Unexpected error, error id {}", id, error);
        return id;
    }
}

package io.graphtracker.web;

import io.graphtracker.environment.LimitedLog;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the log what is refused and what to set, a limited number of times. */
@Component
class RefusalLog {

    private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);

    /** More hosts than anybody has, and fewer lines than anybody minds. */
    private static final int HOSTS = 10;

    private final Clock clock;
    private final Map<String, LimitedLog> kinds = new ConcurrentHashMap<>();

    RefusalLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Tells it, if it is the first of its kind and host, or the first for a minute.
     *
     * @param host presentable
     * @param sender the address it came from
     */
    void tell(Failure failure, String host, String sender) {
        kinds.computeIfAbsent(failure.code(), code -> new LimitedLog(clock, HOSTS))
                .tell(host)
                .ifPresent(others -> log.warn(
                        "Refused a request for {} from {} ({}{}): {} {}",
                        host,
                        sender,
                        failure.code(),
                        others == 0 ? "" : ", and " + others + " more since the last such line",
                        failure.message(),
                        failure.hint()));
    }
}

package io.graphtracker.web;

import io.graphtracker.environment.RateLimitedLog;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs refused requests and the settings that would allow them, at a limited rate. */
@Component
class RefusalLog {

    private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);

    /** The number of different hosts that get a line of their own for each kind of refusal. */
    private static final int HOSTS = 10;

    private final Clock clock;
    private final Map<String, RateLimitedLog> kinds = new ConcurrentHashMap<>();

    RefusalLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Logs a refusal, if it is the first of its kind and host, or the first within a minute.
     *
     * @param host the requested host, fit for display
     * @param sender the address of the client
     */
    void refused(Failure failure, String host, String sender) {
        kinds.computeIfAbsent(failure.code(), code -> new RateLimitedLog(clock, HOSTS))
                .admit(host)
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

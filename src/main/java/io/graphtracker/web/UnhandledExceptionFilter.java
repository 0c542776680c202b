package io.graphtracker.web;

import io.graphtracker.environment.RateLimitedLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Handles exceptions that leave the other filters and servlets. Each different exception is logged with its stack
 * trace once, repeated ones at most once a minute: Tomcat would log each one twice, some 17 kB, so that clients could
 * fill the disk. Its loggers for that are off, see application.properties.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnhandledExceptionFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UnhandledExceptionFilter.class);

    private final RateLimitedLog limit;

    UnhandledExceptionFilter(Clock clock) {
        limit = new RateLimitedLog(clock, RateLimitedLog.ALL);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            boolean malformed = isMalformed(e);
            if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
                throw e;
            }
            if (!malformed) {
                log(e);
            }
            if (response.isCommitted()) {
                // the client must notice that the rest is missing
                throw e;
            }
            response.reset();
            response.sendError(
                    malformed ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private void log(Throwable failure) {
        limit.admit(RateLimitedLog.placeOf(failure))
                .ifPresent(others -> log.error("A request failed; {} more since the last such line", others, failure));
    }

    private static boolean isMalformed(@Nullable Throwable failure) {
        return failure != null && (failure instanceof InvalidParameterException || isMalformed(failure.getCause()));
    }
}

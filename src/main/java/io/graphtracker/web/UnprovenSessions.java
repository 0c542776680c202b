package io.graphtracker.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps sessions that nobody will ever use from filling the memory. A page makes one before it is known whether the client keeps
 * cookies; until a request brings its cookie back, a session lasts a minute, and there are only so many of them, of which the oldest makes
 * room for the newest.
 */
@Component
@Order(RequestGuard.ORDER + 1)
class UnprovenSessions extends OncePerRequestFilter implements HttpSessionListener {

    /** A browser is back in a second or two. */
    static final Duration LIFETIME = Duration.ofMinutes(1);

    /** Some 20 kB each. */
    static final int MOST = 500;

    private final SequencedMap<String, HttpSession> unproven = new LinkedHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        session.setMaxInactiveInterval((int) LIFETIME.toSeconds());
        HttpSession oldest = add(session);
        if (oldest != null) {
            end(oldest);
        }
    }

    private synchronized @Nullable HttpSession add(HttpSession session) {
        unproven.put(session.getId(), session);
        return unproven.size() > MOST ? unproven.pollFirstEntry().getValue() : null;
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // it ended by itself
        }
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        unproven.remove(event.getSession().getId());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.isRequestedSessionIdValid() ? request.getSession(false) : null;
        if (session != null && remove(session.getId())) {
            session.setMaxInactiveInterval(
                    (int) TimeUnit.MINUTES.toSeconds(request.getServletContext().getSessionTimeout()));
        }
        chain.doFilter(request, response);
    }

    private synchronized boolean remove(String id) {
        return unproven.remove(id) != null;
    }
}

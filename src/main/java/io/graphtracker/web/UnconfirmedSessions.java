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
 * Keeps sessions of clients without cookies from filling the memory. A session is created before it is known whether
 * the client returns the cookie. Until a request contains it, the session expires after a minute, and the oldest of
 * these sessions ends when there are too many.
 *
 * @see "docs/decisions/2026-11-25-cross-site-reads.md"
 */
@Component
@Order(RequestGuard.ORDER + 1)
class UnconfirmedSessions extends OncePerRequestFilter implements HttpSessionListener {

    /** A browser returns the cookie within a second or two. */
    static final Duration LIFETIME = Duration.ofMinutes(1);

    /** The most unconfirmed sessions; each takes some 20 kB. */
    static final int MOST = 500;

    private final SequencedMap<String, HttpSession> unconfirmed = new LinkedHashMap<>();

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
        unconfirmed.put(session.getId(), session);
        return unconfirmed.size() > MOST ? unconfirmed.pollFirstEntry().getValue() : null;
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // it has expired meanwhile
        }
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        unconfirmed.remove(event.getSession().getId());
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
        return unconfirmed.remove(id) != null;
    }
}

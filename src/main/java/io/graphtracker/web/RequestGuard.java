package io.graphtracker.web;

import io.graphtracker.texts.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses what a foreign page makes a browser send. Without sign-in, being local is all that protects the data:
 *
 * <ul>
 *   <li>Any request whose {@code Host} is foreign, since after DNS rebinding a foreign page is "same origin" with us.
 *   <li>Any request that may change something, opens a socket, or asks the API, if the browser says that another site or origin
 *       sends it. Clients that are not browsers send neither header and pass.
 * </ul>
 *
 * <p>The second rule is that of Go's <a href="https://pkg.go.dev/net/http#CrossOriginProtection">CrossOriginProtection</a>:
 * {@code Sec-Fetch-Site} decides if it is there; it also tells another port of the same machine ({@code same-site}), which is
 * not us. Only without it does {@code Origin} decide, by its host and port.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestGuard extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String API = "/api/";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final AllowedHosts hosts;
    private final Texts texts;
    private final JsonMapper json;

    RequestGuard(AllowedHosts hosts, Texts texts, JsonMapper json) {
        this.hosts = hosts;
        this.texts = texts;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader(HttpHeaders.HOST);
        if (host == null || !hosts.contains(host)) {
            refuse(request, response, "host_not_allowed", "request.host-not-allowed");
        } else if ((mayChangeSomething(request) || asksApi(request)) && isForeign(request, host)) {
            refuse(request, response, "cross_site_request", "request.cross-site");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A WebSocket begins with a GET, but everything can be sent through it. */
    private static boolean mayChangeSomething(HttpServletRequest request) {
        return !SAFE_METHODS.contains(request.getMethod())
                || "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    /**
     * What is read there may be recorded, and nobody follows a link to it. By the path that the server takes for this request,
     * which is decoded: a page writes {@code /%61pi/} as it likes.
     */
    private static boolean asksApi(HttpServletRequest request) {
        return request.getServletPath().startsWith(API);
    }

    private static boolean isForeign(HttpServletRequest request, String host) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN_SITES.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !host.equalsIgnoreCase(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String code, String textKey)
            throws IOException {
        String message = texts.get(textKey);
        String hint = texts.get(textKey + ".hint");
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (request.getRequestURI().startsWith(API)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write(json.writeValueAsString(Problems.of(HttpStatus.FORBIDDEN, code, message, hint)));
        } else {
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getWriter().println(message + " " + hint);
        }
    }
}

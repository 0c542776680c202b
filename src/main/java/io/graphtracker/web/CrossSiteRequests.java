package io.graphtracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Tells what a page of another site sends, by the rule of Go's <a
 * href="https://pkg.go.dev/net/http#CrossOriginProtection">CrossOriginProtection</a>: {@code Sec-Fetch-Site} decides if it is
 * there; it also tells another port of the same machine ({@code same-site}), which is not us. Only without it does {@code Origin}
 * decide, by its host and port. Clients that are not browsers send neither.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch metadata</a>
 */
final class CrossSiteRequests {

    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private CrossSiteRequests() {}

    static boolean isForeign(HttpServletRequest request, RequestedHost host) {
        String site = request.getHeader(SITE);
        if (site != null) {
            return !OWN_SITES.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && (host.header() == null || !host.header().equalsIgnoreCase(authority(origin)));
    }

    /**
     * Whether a foreign request may be answered: one that follows a link to one of our pages, in the whole window. Frames, images, scripts, and what
     * browsers fetch before anybody followed anything, would make sessions here without anybody's knowing; in the API whatever is
     * read may be recorded.
     *
     * <p>A browser that does not send {@code Sec-Fetch-Site}, because it reaches us without TLS, sends {@code Origin} with scripts of its own
     * page, too.
     */
    static boolean isHarmless(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod())
                // everything can be sent through a WebSocket, which begins with a GET
                && request.getHeader(HttpHeaders.UPGRADE) == null
                && !FailureAnswers.isForApi(request)
                && (request.getHeader(SITE) == null || followsLink(request));
    }

    private static boolean followsLink(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && isAbsentOr(request, "Sec-Fetch-Mode", "navigate")
                && isAbsentOr(request, "Sec-Fetch-Dest", "document")
                && request.getHeader("Sec-Purpose") == null;
    }

    private static boolean isAbsentOr(HttpServletRequest request, String header, String expected) {
        String value = request.getHeader(header);
        return value == null || value.equals(expected);
    }

    /** The host a browser names, in a request that could as well come through a proxy that replaces {@code Host}. */
    static Optional<String> hostOfHiddenProxy(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return request.getHeader(SITE) != null || origin == null
                ? Optional.empty()
                : new RequestedHost(authority(origin)).presentableName();
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

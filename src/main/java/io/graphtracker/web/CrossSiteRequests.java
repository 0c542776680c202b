package io.graphtracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Detects requests sent by pages of other sites, by the rule of Go's <a
 * href="https://pkg.go.dev/net/http#CrossOriginProtection">CrossOriginProtection</a>: {@code Sec-Fetch-Site} decides
 * if it is present; {@code same-site}, for example another port of the same machine, is foreign, too. Otherwise
 * {@code Origin} decides, by its host and port. Clients other than browsers send neither.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch metadata</a>
 * @see "docs/decisions/2026-11-23-cross-site-rule.md"
 * @see "docs/decisions/2026-11-25-cross-site-reads.md"
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
     * Whether a foreign request may be answered: only one that follows a link to a page, in the whole window. Frames,
     * images, scripts and prefetching would create sessions unnoticed, and reads of the API may be recorded in the
     * audit log.
     *
     * <p>Without TLS, browsers do not send {@code Sec-Fetch-Site}; then scripts of our own pages send {@code Origin},
     * too.
     */
    static boolean isHarmless(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod())
                // a WebSocket begins with a GET and can then carry any request
                && request.getHeader(HttpHeaders.UPGRADE) == null
                && !FailureResponses.isForApi(request)
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

    /** The host in {@code Origin}, if the request may have come through a proxy that replaces {@code Host}. */
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

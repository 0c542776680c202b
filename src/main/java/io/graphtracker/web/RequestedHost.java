package io.graphtracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The host a request is meant for.
 *
 * @param header the header as sent, possibly with a port; null if the request has no host
 * @see "docs/decisions/2026-11-25-forwarded-headers.md"
 * @see "docs/decisions/2026-11-25-both-hosts.md"
 */
record RequestedHost(@Nullable String header) {

    static final String FORWARDED = "X-Forwarded-Host";

    private static final Pattern PRESENTABLE =
            Pattern.compile("[a-z0-9]([a-z0-9._-]{0,250}[a-z0-9])?|\\[[0-9a-f:.]{2,45}]");

    /**
     * The host that a {@linkplain TrustedProxies trusted proxy} forwarded, otherwise {@code Host}. Of several
     * forwarded values the last is that of the proxy; the others came from outside.
     */
    static RequestedHost of(HttpServletRequest request) {
        String forwarded = isFromTrustedProxy(request) ? request.getHeader(FORWARDED) : null;
        if (forwarded == null) {
            return sent(request);
        }
        return new RequestedHost(
                forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
    }

    /**
     * The {@code Host} header, whatever is forwarded. It must be allowed as well: scripts can set
     * {@code X-Forwarded-Host}, but never {@code Host}, and after DNS rebinding a browser on the proxy's machine
     * would otherwise pass for the proxy.
     */
    static RequestedHost sent(HttpServletRequest request) {
        return new RequestedHost(request.getHeader(HttpHeaders.HOST));
    }

    /** Whether a request came from a trusted proxy; Tomcat's {@code RemoteIpValve} sets the attribute. */
    static boolean isFromTrustedProxy(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
    }

    /** The host in lower case and without port; empty if there is none. */
    String name() {
        if (header == null) {
            return "";
        }
        String host = header.strip().toLowerCase(Locale.ROOT);
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return port ? host.substring(0, colon) : host;
    }

    /** The name, if it is fit for display and for the log; a client can send anything. */
    Optional<String> presentableName() {
        return Optional.of(name()).filter(name -> PRESENTABLE.matcher(name).matches());
    }
}

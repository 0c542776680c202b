package io.graphtracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The host that the browser asked for.
 *
 * @param header as it was sent, maybe with a port; null if no host was sent
 */
record RequestedHost(@Nullable String header) {

    static final String FORWARDED = "X-Forwarded-Host";

    private static final Pattern PRESENTABLE =
            Pattern.compile("[a-z0-9]([a-z0-9._-]{0,250}[a-z0-9])?|\\[[0-9a-f:.]{2,45}]");

    /**
     * What a {@linkplain TrustedProxies trusted proxy} passed on wins over what it wrote itself. Of several values the last is its own; those before
     * came from outside.
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
     * What stands in {@code Host}, whatever is forwarded. A script of any page can set {@code X-Forwarded-Host}, but never this; so it has
     * to be allowed as well, or after DNS rebinding a browser on the proxy's own machine would pass for the proxy.
     */
    static RequestedHost sent(HttpServletRequest request) {
        return new RequestedHost(request.getHeader(HttpHeaders.HOST));
    }

    /** Tomcat's valve sets it, for requests that come from one. */
    static boolean isFromTrustedProxy(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
    }

    /** In lower case and without the port; empty if there is none. */
    String name() {
        if (header == null) {
            return "";
        }
        String host = header.strip().toLowerCase(Locale.ROOT);
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return port ? host.substring(0, colon) : host;
    }

    /** The name, if it is one that may stand in a page or in the log: anybody can send anything. */
    Optional<String> presentableName() {
        return Optional.of(name()).filter(name -> PRESENTABLE.matcher(name).matches());
    }
}

package io.graphtracker.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What every answer tells browsers: what it may load and do, and who may use it. Our own pages get a wider policy, see
 * {@link #policyForPage}; for all else nothing is allowed, be it opened as a page of its own.
 */
public final class SecurityHeaders {

    public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private static final Map<String, String> HEADERS = Map.of(
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()");

    private SecurityHeaders() {}

    /**
     * The policy for a page of ours. Flow evaluates what the server sends it ({@code unsafe-eval}), and its components write style
     * elements.
     *
     * @param nonce stands in each script element of this answer, and never in another answer
     */
    public static String policyForPage(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce
                + "' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data: blob:; font-src 'self' data:; frame-src 'none'; object-src 'none'; base-uri 'self'; "
                + "form-action 'self'; frame-ancestors 'none'";
    }

    static void addTo(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}

package io.graphtracker.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * The security headers of every response. The application's pages get a wider content security policy, see
 * {@link #policyForPage}; all other responses may load nothing, even if opened as a page.
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
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(),"
                    + " usb=()");

    private SecurityHeaders() {}

    /**
     * The content security policy of the application's pages. Flow evaluates scripts sent by the server
     * ({@code unsafe-eval}), and its components write style elements ({@code unsafe-inline}).
     *
     * @param nonce the value in each script element of this response, different for each response
     */
    public static String policyForPage(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce
                + "' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data: blob:; font-src 'self' data:; frame-src 'none'; object-src 'none';"
                + " base-uri 'self'; "
                + "form-action 'self'; frame-ancestors 'none'";
    }

    static void addTo(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}

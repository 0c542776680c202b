package io.graphtracker.web;

import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that failed in the form that who asked can read: a problem for the API, a page for people, else text. */
@Component
class FailureAnswers {

    private static final String API = "/api";

    private final FailurePage page;
    private final JsonMapper json;

    FailureAnswers(FailurePage page, JsonMapper json) {
        this.page = page;
        this.json = json;
    }

    /** Writes the whole answer; what was written before must not be committed. */
    void write(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        response.setStatus(failure.status().value());
        SecurityHeaders.addTo(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (isForApi(request)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter()
                    .write(json.writeValueAsString(
                            Problems.of(failure.status(), failure.code(), failure.message(), failure.hint())));
        } else if (isForPage(request)) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, FailurePage.CONTENT_SECURITY_POLICY);
            response.getWriter().write(page.html(failure));
        } else {
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getWriter().println((failure.message() + " " + failure.hint()).strip());
        }
    }

    /**
     * Answers a request that Flow's client sends from a page that is open, so that this page shows the failure; any status but 200 would be for it a lost
     * connection, and a page that has just been opened would stay blank.
     *
     * @see com.vaadin.flow.server.VaadinService#createCriticalNotificationJSON
     */
    void writeToOpenPage(HttpServletResponse response, Failure failure) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter()
                .write(VaadinService.createCriticalNotificationJSON(failure.message(), failure.hint(), null, null));
    }

    /**
     * By the path that the server takes for this request, which is decoded: a page writes {@code /%61pi/} as it likes. A request that cannot be
     * decoded has only the other.
     */
    static boolean isForApi(HttpServletRequest request) {
        return isOfApi(request.getServletPath()) || isOfApi(request.getRequestURI());
    }

    private static boolean isOfApi(@Nullable String path) {
        return path != null && (path.equals(API) || path.startsWith(API + "/"));
    }

    /** A browser that is to show the answer says so in one way or the other. */
    private static boolean isForPage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return mode.equals("navigate");
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}

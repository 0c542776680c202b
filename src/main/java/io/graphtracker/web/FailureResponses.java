package io.graphtracker.web;

import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the response to a failed request: problem details for the API, a page for a browser, otherwise plain text. */
@Component
class FailureResponses {

    /** Where programs ask, and no people: the API, and what monitoring asks. */
    private static final List<String> FOR_PROGRAMS = List.of("/api", "/actuator");

    private final FailurePage page;
    private final JsonMapper json;

    FailureResponses(FailurePage page, JsonMapper json) {
        this.page = page;
        this.json = json;
    }

    /** Writes the whole response, which must not be committed yet. */
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
     * Writes the response to a request of Flow's client on an open page, which then shows the failure. Flow's client
     * takes any status but 200 for a lost connection, and a page that has just been opened would stay blank.
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
     * Whether a request is for the API or for monitoring. Checks the decoded path, since a page can also write
     * {@code /%61pi/}, and the raw one, since a malformed request has no decoded path.
     */
    static boolean isForApi(HttpServletRequest request) {
        return isOfApi(request.getServletPath()) || isOfApi(request.getRequestURI());
    }

    private static boolean isOfApi(@Nullable String path) {
        return path != null && FOR_PROGRAMS.stream().anyMatch(api -> path.equals(api) || path.startsWith(api + "/"));
    }

    /** Whether a browser will show the response as a page, by {@code Sec-Fetch-Mode} or else by {@code Accept}. */
    private static boolean isForPage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return mode.equals("navigate");
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}

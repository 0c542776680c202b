package io.graphtracker.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Creates the problem details of failed requests, all in the same form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: problem details</a>
 */
public final class Problems {

    private Problems() {}

    /**
     * The problem details of a failed request.
     *
     * @param code the code for programs, for example {@code backup_running}
     * @param message what happened, for users
     * @param hint what can be done, for users; may be empty
     */
    public static ProblemDetail of(HttpStatusCode status, String code, String message, String hint) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, (message + " " + hint).strip());
        describe(problem, code, message, hint);
        return problem;
    }

    /** The code of a failure of which only the status is known, for example {@code not_found}. */
    static String code(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "refused" : known.name().toLowerCase(Locale.ROOT);
    }

    static void describe(ProblemDetail problem, String code, String message, String hint) {
        problem.setType(URI.create("urn:graph-tracker:problem:" + code));
        problem.setProperty("ok", false);
        problem.setProperty("code", code);
        problem.setProperty("message", message);
        problem.setProperty("hint", hint);
    }
}

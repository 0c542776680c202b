package io.graphtracker.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Makes the answers to requests that failed, all of one form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: problem details</a>
 */
public final class Problems {

    private Problems() {}

    /**
     * An answer that says why a request failed.
     *
     * @param code for programs, for example {@code backup_running}
     * @param message for people: what happened
     * @param hint for people: what to do about it; may be empty
     */
    public static ProblemDetail of(HttpStatusCode status, String code, String message, String hint) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, (message + " " + hint).strip());
        describe(problem, code, message, hint);
        return problem;
    }

    /** The code of a failure of which nothing more is known than its status, for example {@code not_found}. */
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

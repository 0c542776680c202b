package io.graphtracker.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * Problem details by RFC 9457, as they are sent.
 *
 * @param type a URN that ends in the code
 * @param title of the status
 * @param detail message and hint; left out if it is empty
 * @param instance the path of the request; left out if it is unknown
 * @param ok false
 * @param code for programs, for example {@code backup_running}
 * @param message what happened, for people
 * @param hint what can be done, for people; may be empty
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        boolean ok,
        String code,
        String message,
        String hint) {

    /** The same as one of {@link Problems}, to be part of another answer. */
    public static ProblemBody of(ProblemDetail problem) {
        Map<String, Object> members = Objects.requireNonNull(problem.getProperties());
        return new ProblemBody(
                String.valueOf(problem.getType()),
                problem.getTitle(),
                problem.getStatus(),
                problem.getDetail(),
                null,
                false,
                String.valueOf(members.get("code")),
                String.valueOf(members.get("message")),
                String.valueOf(members.get("hint")));
    }
}

package io.graphtracker.web;

import io.graphtracker.texts.Texts;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/** Failures of which only the status is known. */
@Component
class Failures {

    private static final Map<Integer, String> TEXT_KEYS = Map.of(
            400, "failure.bad-request",
            404, "failure.not-found",
            405, "failure.method-not-allowed",
            413, "failure.too-large",
            414, "failure.bad-request",
            431, "failure.bad-request",
            500, "failure.unexpected",
            503, "failure.unavailable");

    private final Texts texts;

    Failures(Texts texts) {
        this.texts = texts;
    }

    /** @param status 400 or more */
    Failure of(int status) {
        String key = TEXT_KEYS.getOrDefault(status, "failure.refused");
        HttpStatusCode code = HttpStatusCode.valueOf(status);
        return new Failure(code, Problems.code(code), texts.get(key), texts.get(key + ".hint"));
    }

    Failure badRequest() {
        return of(HttpStatus.BAD_REQUEST.value());
    }
}

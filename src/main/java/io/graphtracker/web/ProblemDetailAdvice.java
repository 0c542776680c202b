package io.graphtracker.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Gives the problem details of Spring's own refusals, for example of a wrong method, the form of ours. Outside the API,
 * {@link FailureReportValve} writes the response instead.
 */
@ControllerAdvice
class ProblemDetailAdvice extends ResponseEntityExceptionHandler {

    private final Failures failures;

    ProblemDetailAdvice(Failures failures) {
        this.failures = failures;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest web && !FailureResponses.isForApi(web.getRequest())) {
            HttpServletResponse response = web.getResponse();
            if (response != null && !response.isCommitted()) {
                headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
                refuse(response, status);
                return null;
            }
        }
        return super.handleExceptionInternal(ex, body, headers, status, request);
    }

    /** Some have no words, for example those about a range that is not there. */
    private void describe(ProblemDetail problem, HttpStatusCode status) {
        String detail = problem.getDetail();
        if (detail == null) {
            Failure failure = failures.of(status.value());
            problem.setDetail((failure.message() + " " + failure.hint()).strip());
            Problems.describe(problem, failure.code(), failure.message(), failure.hint());
        } else {
            Problems.describe(problem, Problems.code(status), detail, "");
        }
    }

    private static void refuse(HttpServletResponse response, HttpStatusCode status) {
        try {
            response.sendError(status.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            describe(problem, status);
        }
        return super.createResponseEntity(body, headers, status, request);
    }
}

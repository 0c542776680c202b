package io.graphtracker.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the response for every status of 400 or more that has no body yet: for requests that Tomcat itself refuses,
 * and after {@code sendError}.
 */
class FailureReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(FailureReportValve.class);
    private static final int FIRST_FAILURE = 400;

    private final FailureResponses answers;
    private final Failures failures;

    FailureReportValve(FailureResponses answers, Failures failures) {
        this.answers = answers;
        this.failures = failures;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < FIRST_FAILURE || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            answers.write(request, response, failures.of(status));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("The client did not wait for its answer", e);
        }
    }
}

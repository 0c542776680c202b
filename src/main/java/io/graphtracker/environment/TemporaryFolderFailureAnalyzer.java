package io.graphtracker.environment;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.WebServerException;

/** Explains that the temporary folder cannot be used, where Spring Boot would print a stack trace of the web server. */
class TemporaryFolderFailureAnalyzer extends AbstractFailureAnalyzer<WebServerException> {

    /** Spring Boot has no exception type for it, see implementations of {@code ConfigurableTomcatWebServerFactory}. */
    private static final String MESSAGE = "Unable to create tempDir";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, WebServerException cause) {
        String message = cause.getMessage();
        if (message == null || !message.startsWith(MESSAGE)) {
            return null;
        }
        return new FailureAnalysis(
                "The temporary folder " + System.getProperty("java.io.tmpdir")
                        + " cannot be used: it is missing, full, or not writable.",
                "Put that right, or start with -Djava.io.tmpdir=FOLDER, a folder this user may write to.",
                cause);
    }
}

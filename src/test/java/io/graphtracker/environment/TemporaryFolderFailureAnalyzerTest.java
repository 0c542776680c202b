package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerException;

/** The output when the web server cannot create its temporary folder. */
class TemporaryFolderFailureAnalyzerTest {

    /** The message of Spring Boot, which is the only way to recognize the failure. */
    @Test
    void knowsWhatSpringBootSays() {
        class Factory extends AbstractConfigurableWebServerFactory {
            void fail() {
                // longer than any system's names, so it can be made nowhere
                createTempDir("x".repeat(300));
            }
        }
        WebServerException failure = catchThrowableOfType(WebServerException.class, new Factory()::fail);
        assertThat(failure).isNotNull();

        FailureAnalysis analysis = new TemporaryFolderFailureAnalyzer().analyze(failure);

        assertThat(analysis.getDescription()).contains(System.getProperty("java.io.tmpdir"), "cannot be used");
        assertThat(analysis.getAction()).contains("-Djava.io.tmpdir=FOLDER");
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(new TemporaryFolderFailureAnalyzer()
                        .analyze(new WebServerException("Unable to start embedded Tomcat", new IOException())))
                .isNull();
    }
}

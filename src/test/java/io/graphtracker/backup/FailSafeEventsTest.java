package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import io.graphtracker.testing.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailSafeEventsTest {

    static List<Throwable> failures() {
        return List.of(new IllegalStateException("made by the test"), new LinkageError("made by the test"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aListenerThatFailsIsLoggedAndNothingElse(Throwable failure) {
        List<Object> published = new ArrayList<>();
        FailSafeEvents events = new FailSafeEvents(event -> {
            published.add(event);
            FailSafeEventsTest.<RuntimeException>sneak(failure);
        });
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup")) {
            assertThatCode(() -> events.publish("an event")).doesNotThrowAnyException();

            assertThat(published).containsExactly("an event");
            assertThat(log.messages(Level.ERROR)).singleElement().asString().contains("an event");
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }
}

package io.graphtracker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    private final Interruption interruption = new Interruption();
    private final List<String> cancelled = new ArrayList<>();

    @Test
    void aCommandThatEndedIsNotCancelled() {
        interruption.onInterrupt(() -> cancelled.add("backup"));
        interruption.end();

        interruption.interrupt();

        assertThat(cancelled).isEmpty();
    }

    @Test
    void whatBeginsAfterwardsIsCancelledAtOnce() {
        interruption.onInterrupt(() -> cancelled.add("backup"));
        interruption.cancel();
        interruption.onInterrupt(() -> cancelled.add("check"));

        assertThat(cancelled).containsExactly("backup", "check");
    }

    @Test
    void nobodyWaitsForAnAnswerThatMayNeverCome() throws Exception {
        String answer = interruption.ask(() -> {
            // would wait for ever otherwise: the command cannot end before it is answered
            interruption.interrupt();
            return "yes";
        });

        assertThat(answer).isNull();
    }
}

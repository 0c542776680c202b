package io.graphtracker.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.signals.shared.SharedValueSignal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With Flow's threads finishing in the worst order: tasks submitted last are run first. */
class OrderedValueSignalTest {

    private final Deque<Runnable> handedOver = new ArrayDeque<>();
    private Runnable unregister;

    @BeforeEach
    void finishInReverse() {
        unregister = EffectThreads.use(handedOver::push);
    }

    @AfterEach
    void forgetTheOrder() {
        unregister.run();
    }

    @Test
    void theValueSetLastStays() {
        OrderedValueSignal<String> signal = new OrderedValueSignal<>("first");
        signal.set("last");
        finish();

        assertThat(signal.peek()).isEqualTo("last");
        assertThat(signal.asReadonly().peek()).isEqualTo("last");
    }

    /** The reason for the class: once this fails, Flow's own signal is sufficient. */
    @Test
    void flowsOwnSignalGoesBackToAnEarlierValue() {
        SharedValueSignal<String> signal = new SharedValueSignal<>("first");
        signal.set("last");
        finish();

        assertThat(signal.peek()).isEqualTo("first");
    }

    private void finish() {
        while (!handedOver.isEmpty()) {
            handedOver.pop().run();
        }
    }
}

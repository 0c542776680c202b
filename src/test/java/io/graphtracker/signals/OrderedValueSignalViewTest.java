package io.graphtracker.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Effects on a page without an application: changes come from another thread, as those of other sessions do. */
class OrderedValueSignalViewTest {

    private final Span part = new Span();
    private Runnable forgetDispatcher;

    /** Effects are handed to their page on the thread that changed the signal, not on one of a pool. */
    @BeforeEach
    void openPage() {
        MockVaadin.setup(new Routes());
        forgetDispatcher = EffectThreads.use(Runnable::run);
    }

    @AfterEach
    void closePage() {
        forgetDispatcher.run();
        MockVaadin.tearDown();
    }

    static List<Function<OrderedValueSignal<String>, Signal<String>>> views() {
        return List.of(signal -> signal, SharedValueSignal::asReadonly, signal -> signal.map(value -> value));
    }

    /** Pages that are being opened read the same signals several times, and take a while. */
    @ParameterizedTest
    @MethodSource("views")
    void anEffectSeesAChangeMadeWhileThePageIsBeingOpened(Function<OrderedValueSignal<String>, Signal<String>> view) {
        OrderedValueSignal<String> signal = new OrderedValueSignal<>("before");
        // another part of the page reads it
        assertThat(view.apply(signal).peek()).isEqualTo("before");
        changeElsewhere(signal, "after");

        UI.getCurrent().add(part);
        Signal.effect(part, () -> part.setText(view.apply(signal).get()));
        endRequest();

        assertThat(part.getText()).isEqualTo("after");
    }

    /** Between an effect's run and its listening there must be no moment in which a change is lost. */
    @ParameterizedTest
    @MethodSource("views")
    void anEffectSeesAChangeMadeWhileItRuns(Function<OrderedValueSignal<String>, Signal<String>> view) {
        OrderedValueSignal<String> signal = new OrderedValueSignal<>("before");
        Signal.effect(part, () -> {
            part.setText(view.apply(signal).get());
            if (part.getText().equals("attached")) {
                changeElsewhere(signal, "after");
            }
        });
        changeElsewhere(signal, "attached");

        UI.getCurrent().add(part);
        endRequest();

        assertThat(part.getText()).isEqualTo("after");
    }

    @Test
    void anEffectSeesAChangeMadeWhileItsPartWasNotOnThePage() {
        OrderedValueSignal<String> signal = new OrderedValueSignal<>("before");
        UI.getCurrent().add(part);
        Signal.effect(part, () -> part.setText(signal.get()));
        UI.getCurrent().remove(part);
        changeElsewhere(signal, "after");

        UI.getCurrent().add(part);

        assertThat(part.getText()).isEqualTo("after");
    }

    /** The reason for reading without snapshots: once this fails, Flow's effects notice such a change. */
    @Test
    void flowsOwnEffectMissesAChangeWhileThePageIsBeingOpened() {
        SharedValueSignal<String> signal = new SharedValueSignal<>("before");
        // another part of the page reads it; from here on, this request reads a snapshot
        assertThat(signal.peek()).isEqualTo("before");
        changeElsewhere(signal, "after");

        UI.getCurrent().add(part);
        Signal.effect(part, () -> part.setText(signal.get()));
        endRequest();
        endRequest();

        assertThat(signal.peek()).isEqualTo("after");
        assertThat(part.getText()).isEqualTo("before");

        changeElsewhere(signal, "last");
        endRequest();
        assertThat(part.getText()).as("only the next change repairs it").isEqualTo("last");
    }

    /**
     * The subject of vaadin/flow#24399, which is fixed: a change during a request, while the effect already listens.
     */
    @Test
    void flowsOwnEffectSeesAChangeDuringALaterRequest() {
        SharedValueSignal<String> signal = new SharedValueSignal<>("before");
        UI.getCurrent().add(part);
        Signal.effect(part, () -> part.setText(signal.get()));
        endRequest();

        assertThat(signal.peek()).isEqualTo("before");
        changeElsewhere(signal, "after");
        assertThat(signal.peek()).as("the request still reads its snapshot").isEqualTo("before");
        endRequest();

        assertThat(part.getText()).isEqualTo("after");
    }

    private static void changeElsewhere(SharedValueSignal<String> signal, String next) {
        CompletableFuture.runAsync(() -> signal.set(next)).join();
    }

    private static void endRequest() {
        MockVaadin.clientRoundtrip(false);
    }
}

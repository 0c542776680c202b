package io.graphtracker.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a page without an application: changes come from another thread, as those of other sessions do. */
class BroadcasterViewTest {

    private final Broadcaster broadcaster = new Broadcaster();
    private final Span part = new Span();
    private final List<String> seen = new ArrayList<>();
    private volatile String state = "before";

    private Runnable forgetDispatcher;

    @BeforeEach
    void openPage() {
        MockVaadin.setup(new Routes());
    }

    /** Effects are handed to their page on the thread that changed the signal, not on one of a pool. */
    @BeforeEach
    void dispatchEffectsAtOnce() {
        forgetDispatcher = EffectThreads.use(Runnable::run);
    }

    @AfterEach
    void closePage() {
        forgetDispatcher.run();
        MockVaadin.tearDown();
    }

    @Test
    void aFollowerSeesTheStateAtOnceAndAfterEveryChange() {
        UI.getCurrent().add(part);
        broadcaster.follow(part, () -> seen.add(state));
        assertThat(seen).containsExactly("before");

        changeElsewhere("after");
        assertThat(seen).as("not before the page's session is free").containsExactly("before");
        endRequest();

        assertThat(seen).containsExactly("before", "after");
    }

    @Test
    void aPartThatIsNotOnThePageYetFollowsOnceItIs() {
        broadcaster.follow(part, () -> seen.add(state));
        changeElsewhere("unseen");
        endRequest();
        assertThat(seen).isEmpty();
        assertThat(broadcaster.isEmpty()).isTrue();

        UI.getCurrent().add(part);
        changeElsewhere("after");
        endRequest();

        assertThat(seen).containsExactly("unseen", "after");
    }

    @Test
    void aPartThatHasLeftThePageIsForgottenUntilItComesBack() {
        UI.getCurrent().add(part);
        broadcaster.follow(part, () -> seen.add(state));

        UI.getCurrent().remove(part);
        assertThat(broadcaster.isEmpty()).isTrue();
        changeElsewhere("unseen");
        endRequest();
        assertThat(seen).containsExactly("before");

        UI.getCurrent().add(part);
        changeElsewhere("after");
        endRequest();
        assertThat(seen).containsExactly("before", "unseen", "after");
        UI.getCurrent().remove(part);
        assertThat(broadcaster.isEmpty()).isTrue();
    }

    @Test
    void theFollowersOfAClosedPageAreForgotten() {
        UI.getCurrent().add(part);
        broadcaster.follow(part, () -> seen.add(state));

        MockVaadin.tearDown();

        assertThat(broadcaster.isEmpty()).isTrue();
        changeElsewhere("unseen");
        openPage();
        assertThat(seen).containsExactly("before");
    }

    /** Between the first update and following there must be no moment in which a change is lost. */
    @Test
    void aChangeDuringTheFirstUpdateIsSeen() {
        UI.getCurrent().add(part);
        broadcaster.follow(part, () -> {
            seen.add(state);
            if (seen.size() == 1) {
                changeElsewhere("after");
            }
        });
        endRequest();

        assertThat(seen).containsExactly("before", "after");
    }

    /**
     * The reason for the class: once this fails, an effect notices that a signal changed after the request first read
     * it, and will do.
     */
    @Test
    void flowsOwnEffectMissesAChangeWhileThePageIsBeingOpened() {
        OrderedValueSignal<String> signal = new OrderedValueSignal<>("before");
        // another part of the page reads it; from here on, this request reads a snapshot
        assertThat(signal.peek()).isEqualTo("before");
        CompletableFuture.runAsync(() -> signal.set("after")).join();

        UI.getCurrent().add(part);
        Signal.effect(part, () -> part.setText(signal.get()));
        endRequest();
        endRequest();

        assertThat(signal.peek()).isEqualTo("after");
        assertThat(part.getText()).isEqualTo("before");

        CompletableFuture.runAsync(() -> signal.set("last")).join();
        endRequest();
        assertThat(part.getText()).as("only the next change repairs it").isEqualTo("last");
    }

    /**
     * What vaadin/flow#24399 was about, and what does work: a change during a request that the effect already
     * follows.
     */
    @Test
    void flowsOwnEffectSeesAChangeDuringALaterRequest() {
        OrderedValueSignal<String> signal = new OrderedValueSignal<>("before");
        UI.getCurrent().add(part);
        Signal.effect(part, () -> part.setText(signal.get()));
        endRequest();

        assertThat(signal.peek()).isEqualTo("before");
        CompletableFuture.runAsync(() -> signal.set("after")).join();
        assertThat(signal.peek()).as("the request still reads its snapshot").isEqualTo("before");
        endRequest();

        assertThat(part.getText()).isEqualTo("after");
    }

    private void changeElsewhere(String next) {
        CompletableFuture.runAsync(() -> {
                    state = next;
                    broadcaster.tell();
                })
                .join();
    }

    private static void endRequest() {
        MockVaadin.clientRoundtrip(false);
    }
}

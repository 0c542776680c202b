package io.graphtracker.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
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
    void aSubscriberSeesTheStateAtOnceAndAfterEveryChange() {
        UI.getCurrent().add(part);
        broadcaster.subscribe(part, () -> seen.add(state));
        assertThat(seen).containsExactly("before");

        changeElsewhere("after");
        assertThat(seen).as("not before the page's session is free").containsExactly("before");
        endRequest();

        assertThat(seen).containsExactly("before", "after");
    }

    @Test
    void aPartThatIsNotOnThePageYetIsSubscribedOnceItIs() {
        broadcaster.subscribe(part, () -> seen.add(state));
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
        broadcaster.subscribe(part, () -> seen.add(state));

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
    void theSubscribersOfAClosedPageAreForgotten() {
        UI.getCurrent().add(part);
        broadcaster.subscribe(part, () -> seen.add(state));

        MockVaadin.tearDown();

        assertThat(broadcaster.isEmpty()).isTrue();
        changeElsewhere("unseen");
        openPage();
        assertThat(seen).containsExactly("before");
    }

    /** Between the first update and the subscription there must be no moment in which a change is lost. */
    @Test
    void aChangeDuringTheFirstUpdateIsSeen() {
        UI.getCurrent().add(part);
        broadcaster.subscribe(part, () -> {
            seen.add(state);
            if (seen.size() == 1) {
                changeElsewhere("after");
            }
        });
        endRequest();

        assertThat(seen).containsExactly("before", "after");
    }

    private void changeElsewhere(String next) {
        CompletableFuture.runAsync(() -> {
                    state = next;
                    broadcaster.publish();
                })
                .join();
    }

    private static void endRequest() {
        MockVaadin.clientRoundtrip(false);
    }
}

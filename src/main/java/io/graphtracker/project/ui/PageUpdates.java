package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.Change;
import io.graphtracker.project.GraphUpdates;
import io.graphtracker.texts.Texts;
import java.time.Duration;

/**
 * Hands on to an open page what is changed on other pages: at once if nothing was handed on for a while, otherwise
 * together, at most four times a second.
 */
final class PageUpdates {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final GraphModel graph;
    private final Runnable apply;
    private final PushTimer timer;
    private final ChangesOfOthers others;
    private boolean pausing;
    private boolean arrived;
    private volatile boolean ended;

    private PageUpdates(GraphModel graph, UI ui, PushTimer timer, ChangesOfOthers others) {
        this.graph = graph;
        this.apply = ui.accessLater(this::apply, () -> {});
        this.timer = timer;
        this.others = others;
    }

    /** Begins when the page is attached, and ends when it is detached. */
    static void follow(Component page, GraphModel graph, GraphServices services, Feedback feedback, Texts texts) {
        PushTimer timer = services.timer();
        page.addAttachListener(attached -> {
            ChangesOfOthers others = new ChangesOfOthers(graph, timer, feedback, texts);
            PageUpdates following = new PageUpdates(graph, attached.getUI(), timer, others);
            GraphUpdates.Subscription subscription =
                    services.updates().subscribe(graph.projectId(), following::receive);
            page.addDetachListener(detached -> {
                detached.unregisterListener();
                subscription.end();
                following.ended = true;
                others.end();
            });
            graph.catchUp();
        });
    }

    /** On the thread of whoever made the change. */
    private void receive(Change change) {
        graph.receive(change);
        others.receive(change);
        request();
    }

    private void request() {
        if (!waitsForPause()) {
            // not on this thread: the page may take long, and whoever made the change would wait for it
            timer.after(Duration.ZERO, this::show);
        }
    }

    private synchronized boolean waitsForPause() {
        arrived = pausing;
        pausing = true;
        return arrived;
    }

    private void show() {
        if (!ended) {
            apply.run();
            timer.after(PAUSE, this::endPause);
        }
    }

    private void apply() {
        if (!ended) {
            graph.applyWaiting();
        }
    }

    private void endPause() {
        if (hasMore()) {
            show();
        }
    }

    private synchronized boolean hasMore() {
        pausing = arrived;
        arrived = false;
        return pausing;
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.GraphUpdates;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Passes on to an open canvas what is changed in its project, on any page, in the order in which it is told. */
final class CanvasUpdates {

    private final GraphCanvas canvas;
    private final UI ui;
    private final Queue<GraphPatch> waiting = new ConcurrentLinkedQueue<>();

    private CanvasUpdates(GraphCanvas canvas, UI ui) {
        this.canvas = canvas;
        this.ui = ui;
    }

    /** Begins when the canvas is attached, and ends when it is detached. */
    static void follow(GraphCanvas canvas, UUID projectId, GraphUpdates updates) {
        canvas.addAttachListener(attached -> {
            CanvasUpdates following = new CanvasUpdates(canvas, attached.getUI());
            GraphUpdates.Subscription subscription =
                    updates.subscribe(projectId, change -> following.receive(change.patch()));
            canvas.addDetachListener(detached -> {
                detached.unregisterListener();
                subscription.end();
            });
        });
    }

    /** On the thread of whoever made the change; while the page is busy, patches gather. */
    private void receive(GraphPatch patch) {
        waiting.add(patch);
        ui.access(this::flush);
    }

    private void flush() {
        List<GraphPatch> patches =
                Stream.generate(waiting::poll).takeWhile(patch -> patch != null).toList();
        patches.forEach(canvas::patch);
    }
}

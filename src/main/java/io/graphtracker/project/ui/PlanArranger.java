package io.graphtracker.project.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.project.GraphCommand.ArrangeTasks;
import io.graphtracker.project.Position;
import io.graphtracker.project.Task;
import io.graphtracker.project.layout.LayoutGraph;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Arranges the plan of an open page, or what is selected there. The page can be used meanwhile; a layout that takes long
 * shows its progress and can be cancelled, and ends with the page.
 */
final class PlanArranger {

    /** How long a layout takes before its progress is shown. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A layout that was begun. */
    private static final class Run {

        /** Read by the thread that computes it. */
        volatile boolean cancelled;
    }

    private final GraphModel graph;
    private final GraphEditor editor;
    private final GraphServices services;
    private final GraphCanvas canvas;
    private final Feedback feedback;
    private final Texts texts;
    private final ArrangeProgress progress;
    private @Nullable Run current;

    PlanArranger(
            GraphModel graph,
            GraphEditor editor,
            GraphServices services,
            GraphCanvas canvas,
            Feedback feedback,
            Texts texts) {
        this.graph = graph;
        this.editor = editor;
        this.services = services;
        this.canvas = canvas;
        this.feedback = feedback;
        this.texts = texts;
        this.progress = new ArrangeProgress(GraphCanvas.ID, this::cancel, texts);
        progress.addDetachListener(detached -> stop());
    }

    /** What shows the progress, to be put over the canvas. */
    ArrangeProgress progress() {
        return progress;
    }

    /** Begins to arrange several selected tasks, a selected group, or otherwise the whole plan. */
    void arrange() {
        if (current != null) {
            feedback.announce(texts.get("arrange.running"));
            return;
        }
        if (graph.facts().isEmpty()) {
            feedback.show(Message.information(texts.get("arrange.empty")));
            return;
        }
        // before anything begins: it may fail
        LayoutGraph plan = LayoutGraph.of(services.graphs().load(graph.projectId()));
        Set<UUID> chosen = chosen();
        Run run = new Run();
        current = run;
        UI ui = progress.getUI().orElseThrow();
        SerializableRunnable showProgress = ui.accessLater(() -> showProgress(run), () -> {});
        BiConsumer<Map<UUID, Position>, Throwable> finish = (places, failure) ->
                ui.accessLater(() -> finish(run, places, failure), () -> {}).run();
        CompletableFuture<Map<UUID, Position>> places = services.layout().start(plan, chosen, () -> run.cancelled);
        services.timer().after(PATIENCE, showProgress::run);
        places.whenComplete(finish);
    }

    /** A single task is where people are, and not what they want to arrange. */
    private Set<UUID> chosen() {
        Set<UUID> selection = graph.selection();
        boolean one = selection.size() == 1 && graph.findAll(selection).stream().noneMatch(Task::group);
        return one ? Set.of() : Set.copyOf(selection);
    }

    private void showProgress(Run run) {
        if (run == current) {
            progress.show();
            feedback.announce(texts.get("arrange.running"));
        }
    }

    private void finish(Run run, @Nullable Map<UUID, Position> places, @Nullable Throwable failure) {
        if (run != current) {
            return;
        }
        end();
        if (places == null) {
            throw new IllegalStateException("The plan could not be arranged", failure);
        }
        canvas.expectArrangement();
        editor.execute(new ArrangeTasks(places))
                .filter(result -> result.change() == null)
                .ifPresent(unchanged -> {
                    canvas.fitArranged();
                    feedback.announce(texts.get("arrange.unchanged"));
                });
    }

    private void cancel() {
        stop();
        feedback.announce(texts.get("arrange.cancelled"));
    }

    private void stop() {
        if (current != null) {
            current.cancelled = true;
        }
        end();
    }

    private void end() {
        current = null;
        progress.hide();
    }
}

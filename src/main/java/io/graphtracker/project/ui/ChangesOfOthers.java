package io.graphtracker.project.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.Change;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Announces politely how much is changed on other pages: what cannot be seen has to be heard, but not each change of a
 * busy plan.
 */
final class ChangesOfOthers {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final GraphModel graph;
    private final PushTimer timer;
    private final Feedback feedback;
    private final Texts texts;

    /** Of changes that are not announced yet. */
    private final Set<UUID> tasks = new HashSet<>();

    private boolean waiting;
    private volatile boolean ended;

    ChangesOfOthers(GraphModel graph, PushTimer timer, Feedback feedback, Texts texts) {
        this.graph = graph;
        this.timer = timer;
        this.feedback = feedback;
        this.texts = texts;
    }

    /** Takes a change into account. May be called on any thread. */
    void receive(Change change) {
        if (graph.isOfOthers(change) && changesAnything(change.patch()) && isFirst(change.patch())) {
            timer.after(PAUSE, this::announce);
        }
    }

    /** An undo of which all was skipped is a change, too. */
    private static boolean changesAnything(GraphPatch patch) {
        return patch.changesPlan()
                || !patch.tasks().isEmpty()
                || !patch.commentedTasks().isEmpty();
    }

    /** Announces nothing any more. */
    void end() {
        ended = true;
    }

    private synchronized boolean isFirst(GraphPatch patch) {
        patch.tasks().stream().map(Task::id).forEach(tasks::add);
        tasks.addAll(patch.removedTasks());
        tasks.addAll(patch.commentedTasks());
        boolean first = !waiting;
        waiting = true;
        return first;
    }

    private void announce() {
        int changed = take();
        if (!ended) {
            feedback.announce(
                    changed == 0
                            ? texts.get("changes.of-others.dependencies")
                            : texts.get("changes.of-others", changed));
        }
    }

    private synchronized int take() {
        int changed = tasks.size();
        tasks.clear();
        waiting = false;
        return changed;
    }
}

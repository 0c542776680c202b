package io.graphtracker.project.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.UUID;

/** Shows the critical path, or the path of the selected task, and announces it. */
class PathCommands {

    private final GraphModel graph;
    private final Feedback feedback;
    private final Texts texts;
    private final PathTexts words;

    PathCommands(GraphModel graph, Feedback feedback, Texts texts) {
        this.graph = graph;
        this.feedback = feedback;
        this.texts = texts;
        this.words = new PathTexts(graph, texts);
    }

    void toggleCriticalPath() {
        if (graph.analysis().criticalPathShown().peek()) {
            hide();
        } else {
            showCriticalPath();
        }
    }

    void showCriticalPath() {
        announce(graph.analysis()::showCriticalPath);
    }

    /** Shows the path of the selected task; hides it if it is shown already, or if nothing is selected. */
    void toggleTaskPath() {
        Optional<UUID> shown = graph.analysis().taskPath().map(path -> path.taskId());
        if (shown.isPresent() && (graph.selection().isEmpty() || shown.equals(graph.selectedTask()))) {
            hide();
        } else {
            showTaskPath();
        }
    }

    /** Shows the path of the selected task, or says why there is none. */
    void showTaskPath() {
        Optional<Task> task = graph.selectedTask().flatMap(graph::find);
        if (task.isEmpty() || task.get().group()) {
            feedback.show(Message.information(texts.get("task-path.nothing")));
        } else {
            announce(() -> graph.analysis().showPathOf(task.get().id()));
        }
    }

    /** Announces the slack of the task that was selected on the canvas, where nothing else tells it. */
    void announceSlack() {
        feedback.announce(words.slack().orElse(""));
    }

    private void hide() {
        boolean ofTask = graph.analysis().taskPathShown().peek();
        graph.analysis().hidePath();
        feedback.announce(texts.get(ofTask ? "task-path.hidden" : "critical-path.hidden"));
    }

    private void announce(Runnable show) {
        try {
            show.run();
        } catch (ProjectException e) {
            feedback.show(Message.warning(texts.get(e.messageKey(), e.arguments()), ""));
            return;
        }
        feedback.announce(words.announcement());
    }
}

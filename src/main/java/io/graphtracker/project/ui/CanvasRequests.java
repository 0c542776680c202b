package io.graphtracker.project.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.project.Dependency;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.UUID;

/** Does what a user asks for on the canvas with the hand or a key, as the actions of the page do it. */
final class CanvasRequests {

    private final GraphModel graph;
    private final Feedback feedback;
    private final Texts texts;

    private CanvasRequests(GraphModel graph, Feedback feedback, Texts texts) {
        this.graph = graph;
        this.feedback = feedback;
        this.texts = texts;
    }

    static void serve(GraphCanvas canvas, GraphModel graph, Feedback feedback, Texts texts) {
        CanvasRequests requests = new CanvasRequests(graph, feedback, texts);
        canvas.addTaskRequestedListener(requests::addTask);
        canvas.addDependencyRequestedListener(requests::connect);
        canvas.addDeleteRequestedListener(requests::delete);
    }

    private void addTask(GraphCanvas.TaskRequestedEvent wanted) {
        Optional<Task> before = graph.find(wanted.afterId());
        graph.addTask(texts.get("task.new-title"), wanted.position()).ifPresent(task -> {
            before.ifPresent(source -> connect(source.id(), task.id()));
            graph.edit(task);
        });
    }

    private void connect(GraphCanvas.DependencyRequestedEvent wanted) {
        Optional<Task> source = graph.find(wanted.sourceId());
        Optional<Task> target = graph.find(wanted.targetId());
        if (source.isPresent() && target.isPresent()) {
            connect(source.get().id(), target.get().id());
        }
    }

    private void connect(UUID sourceId, UUID targetId) {
        try {
            graph.connect(sourceId, targetId);
        } catch (ProjectException e) {
            feedback.show(Message.warning(texts.get(e.messageKey(), e.arguments()), ""));
        }
    }

    private void delete(GraphCanvas.DeleteRequestedEvent wanted) {
        wanted.taskIds().forEach(id -> graph.find(id).ifPresent(task -> graph.delete(task.id())));
        String dependencyId = String.valueOf(wanted.dependencyId());
        graph.graph().dependencies().stream()
                .filter((Dependency dependency) -> dependency.id().toString().equals(dependencyId))
                .findFirst()
                .ifPresent(graph::disconnect);
    }
}

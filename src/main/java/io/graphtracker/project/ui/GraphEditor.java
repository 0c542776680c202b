package io.graphtracker.project.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.GraphCommand;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.ProjectException;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes the graph for the user of a page, and says what became of it. */
class GraphEditor {

    private final GraphModel graph;
    private final Feedback feedback;
    private final Texts texts;

    GraphEditor(GraphModel graph, Feedback feedback, Texts texts) {
        this.graph = graph;
        this.feedback = feedback;
        this.texts = texts;
    }

    /** Executes a command and announces it politely; empty if it was refused, which becomes a message. */
    Optional<ChangeResult> execute(GraphCommand command) {
        Optional<ChangeResult> result = attempt(() -> graph.execute(command));
        result.ifPresent(this::announce);
        result.map(done -> done.skipped().cycles())
                .filter(cycles -> cycles > 0)
                .ifPresent(cycles -> feedback.show(Message.warning(texts.get("connect.skipped", cycles), "")));
        return result;
    }

    /** Executes a command and shows what it did, for what leaves no trace in view; empty if it was refused. */
    Optional<ChangeResult> executeAndShow(GraphCommand command) {
        Optional<ChangeResult> result = attempt(() -> graph.execute(command));
        result.flatMap(this::description)
                .ifPresent(text -> feedback.show(Message.success(text, texts.get("undo.hint"))));
        return result;
    }

    /** Adds a task, and returns its id; empty if it was refused. */
    Optional<UUID> add(AddTask command) {
        return execute(command)
                .map(ChangeResult::change)
                .map(change -> change.patch().tasks().getFirst().id());
    }

    void undo() {
        attempt(graph::undo).ifPresent(result -> tell("undo.done", result));
    }

    /** Undoes a certain change, which need not be the newest of the page. */
    void undo(UUID changeId) {
        attempt(() -> graph.undo(changeId)).ifPresent(result -> tell("undo.done", result));
    }

    void redo() {
        attempt(graph::redo).ifPresent(result -> tell("redo.done", result));
    }

    /** Announces politely what a command did, and what it did not because of what others have done. */
    void announce(ChangeResult result) {
        int conflicts = result.conflicts().size();
        String text = Stream.concat(
                        description(result).stream(),
                        conflicts == 0 ? Stream.empty() : Stream.of(texts.get("conflict.announced", conflicts)))
                .collect(Collectors.joining(" "));
        feedback.announce(text);
    }

    private Optional<String> description(ChangeResult result) {
        return Optional.ofNullable(result.change()).map(change -> ChangeTexts.description(change, texts));
    }

    private void tell(String textKey, ChangeResult result) {
        String text = Optional.ofNullable(result.change())
                .map(change -> texts.get(textKey, ChangeTexts.name(change.label(), texts)))
                .orElseGet(() -> texts.get("undo.nothing"));
        int skipped = result.conflicts().size() + result.skipped().total();
        feedback.show(
                skipped == 0 ? Message.information(text) : Message.warning(text, texts.get("undo.skipped", skipped)));
    }

    private Optional<ChangeResult> attempt(Supplier<ChangeResult> change) {
        try {
            ChangeResult result = change.get();
            if (result.change() == null && result.skipped().goneTasks() > 0) {
                throw new ProjectException("project.error.node-not-found");
            }
            return Optional.of(result);
        } catch (ProjectException e) {
            feedback.show(Message.warning(texts.get(e.messageKey(), e.arguments()), ""));
            // the reason may be that the page shows what no longer exists
            rereadIfThere();
            return Optional.empty();
        }
    }

    private void rereadIfThere() {
        try {
            graph.reread();
        } catch (ProjectException e) {
            // the project itself no longer exists, which the message has said
        }
    }
}

package io.graphtracker.project.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.FoundTask;
import io.graphtracker.project.GraphCommand.Collapse;
import io.graphtracker.project.GraphCommand.MakeGroup;
import io.graphtracker.project.GraphCommand.Ungroup;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Does what can be done with groups to what is selected. */
final class GroupEditor {

    private final GraphModel graph;
    private final GraphEditor editor;
    private final ChangeNotice notice;
    private final Feedback feedback;
    private final Texts texts;

    GroupEditor(GraphModel graph, GraphEditor editor, ChangeNotice notice, Feedback feedback, Texts texts) {
        this.graph = graph;
        this.editor = editor;
        this.notice = notice;
        this.feedback = feedback;
        this.texts = texts;
    }

    /** Makes a group of what is selected, and opens its title for editing. */
    void group() {
        if (graph.selection().isEmpty()) {
            feedback.show(Message.information(texts.get("project.error.nothing-to-group")));
            return;
        }
        editor.execute(new MakeGroup(
                        texts.get("task.new-group"), graph.selection(), graph.roomForGroupOf(graph.selection())))
                .map(ChangeResult::change)
                .map(change -> change.patch().tasks().getFirst().id())
                .ifPresent(graph::edit);
    }

    /** Dissolves the selected groups, or those around the selected tasks. */
    void ungroup() {
        Set<UUID> groups = groups();
        if (groups.isEmpty()) {
            feedback.show(Message.information(texts.get("ungroup.nothing")));
        } else {
            editor.executeAndShow(new Ungroup(groups)).ifPresent(notice::show);
        }
    }

    /** Collapses the selected groups, or those around the selected tasks; all if nothing is selected. */
    void setCollapsed(boolean collapsed) {
        Set<UUID> groups = graph.selection().isEmpty()
                ? graph.details().groups(graph.projectId()).stream()
                        .map(FoundTask::id)
                        .collect(Collectors.toSet())
                : groups();
        boolean nothing = groups.isEmpty()
                || editor.execute(new Collapse(groups, collapsed))
                        .filter(result -> result.change() == null)
                        .isPresent();
        if (nothing) {
            feedback.show(Message.information(texts.get(collapsed ? "collapse.nothing" : "expand.nothing")));
        }
    }

    /** The selected groups; if there are only tasks among what is selected, the groups that they are in. */
    private Set<UUID> groups() {
        List<Task> selected = graph.findAll(graph.selection());
        Set<UUID> groups = selected.stream().filter(Task::group).map(Task::id).collect(Collectors.toSet());
        return !groups.isEmpty()
                ? groups
                : selected.stream().map(Task::parentId).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}

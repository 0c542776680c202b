package io.graphtracker.project.ui;

import io.graphtracker.project.GraphCommand;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.Disconnect;
import java.util.Set;
import java.util.UUID;

/** Deletes without a question, since it can be undone, and says where. */
final class Deletion {

    private final GraphModel graph;
    private final GraphEditor editor;
    private final ChangeNotice notice;
    private final Runnable afterwards;

    /** @param afterwards moves the focus when what was deleted, and its fields, have disappeared */
    Deletion(GraphModel graph, GraphEditor editor, ChangeNotice notice, Runnable afterwards) {
        this.graph = graph;
        this.editor = editor;
        this.notice = notice;
        this.afterwards = afterwards;
    }

    /** Deletes the selected tasks, or the selected dependency. */
    void deleteSelected() {
        Set<UUID> tasks = graph.selection();
        if (!tasks.isEmpty()) {
            delete(new DeleteTasks(tasks));
        }
        graph.selectedDependency().ifPresent(dependency -> delete(new Disconnect(Set.of(dependency))));
    }

    private void delete(GraphCommand command) {
        editor.executeAndShow(command).ifPresent(result -> {
            notice.show(result);
            afterwards.run();
        });
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.GroupProgress;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.Optional;

/** Says how far the selected group is. It cannot be edited: it follows from the tasks in the group. */
class GroupProgressLine extends Div implements GraphModel.Listener {

    private final GraphModel graph;
    private final Texts texts;
    private Optional<GroupProgress> shown = Optional.empty();

    GroupProgressLine(GraphModel graph, Texts texts) {
        this.graph = graph;
        this.texts = texts;
        setId("groupProgress");
        addClassName("group-progress");
        setVisible(false);
        graph.addListener(this);
    }

    /** Shows the progress of a group; nothing for a task. */
    void show(Task task) {
        show(task.group() ? Optional.of(graph.details().progress(task.id())) : Optional.empty());
    }

    private void show(Optional<GroupProgress> progress) {
        if (!progress.equals(shown)) {
            shown = progress;
            removeAll();
            progress.ifPresent(known -> add(
                    new StatusMark(known.status(), texts),
                    new Span(texts.get("task.group.progress", known.done(), known.tasks()))));
        }
        setVisible(progress.isPresent());
    }

    @Override
    public void changed(GraphPatch patch) {
        if (isVisible() && patch.changesPlan()) {
            graph.selectedTask().flatMap(graph::find).ifPresent(this::show);
        }
    }
}

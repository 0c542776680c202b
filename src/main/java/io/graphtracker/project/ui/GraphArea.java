package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.preferences.Flag;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.Position;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The canvas and the outline, which show the same tasks and share one selection. */
class GraphArea extends Div implements GraphModel.Listener {

    private static final String OUTLINE_PREFERENCE = "outlineVisible";

    private final GraphModel graph;
    private final Texts texts;
    private final GraphCanvas canvas;
    private final CriticalPathLine criticalPath;
    private final TaskOutline outline;
    private final NativeDetails outlineDetails;
    private final Div empty = new Div();

    GraphArea(GraphModel graph, Preferences preferences, Texts texts) {
        this.graph = graph;
        this.texts = texts;
        canvas = new GraphCanvas(texts);
        canvas.setSource("projects/" + graph.graph().projectId() + "/graph");
        criticalPath = new CriticalPathLine(texts);
        outline = new TaskOutline(texts);
        outlineDetails = outlineDetails(preferences);
        addClassName("graph-area");
        fillEmptyState();
        Div drawing = new Div(canvas, empty);
        drawing.addClassName("graph-drawing");
        add(drawing, criticalPath, outlineDetails);
        listen();
        graph.addListener(this);
        graphChanged();
    }

    GraphCanvas canvas() {
        return canvas;
    }

    @Override
    public void graphChanged() {
        canvas.setCriticalPath(graph.criticalPath().orElse(null));
        criticalPath.show(graph.criticalPath().orElse(null));
        outline.setGraph(graph.graph());
        long tasks =
                graph.graph().tasks().stream().filter(task -> !task.group()).count();
        canvas.setCounts(tasks, graph.graph().dependencies().size());
        outlineDetails.setSummaryText(texts.get("outline.summary", tasks));
        empty.setVisible(graph.graph().tasks().isEmpty());
        outlineDetails.setVisible(!graph.graph().tasks().isEmpty());
    }

    @Override
    public void movesRefused() {
        canvas.reload();
    }

    @Override
    public void selectionChanged() {
        UUID selected = graph.selected().map(Task::id).orElse(null);
        canvas.setSelection(selected);
        outline.setSelection(selected);
    }

    private NativeDetails outlineDetails(Preferences preferences) {
        NativeDetails details = new NativeDetails("", outline);
        details.setId("outline");
        details.addClassName("outline");
        Flag open = preferences.flag(OUTLINE_PREFERENCE, false);
        details.setOpen(open.isOn());
        details.addToggleListener(toggle -> open.set(toggle.isOpened()));
        return details;
    }

    private void fillEmptyState() {
        empty.addClassName("graph-empty");
        empty.add(new H2(texts.get("canvas.empty.title")), new Paragraph(texts.get("canvas.empty.text")));
    }

    private void listen() {
        canvas.addSelectionChangedListener(event -> graph.select(event.taskIds().reversed().stream()
                .flatMap(id -> graph.find(id).stream())
                .map(Task::id)
                .findFirst()
                .orElse(null)));
        outline.addSelectionChangedListener(event -> {
            graph.select(graph.find(event.taskId()).map(Task::id).orElse(null));
            graph.selected().ifPresent(task -> canvas.reveal(task.id()));
        });
        canvas.addTaskActivatedListener(event -> graph.find(event.taskId()).ifPresent(graph::edit));
        outline.addTaskActivatedListener(event -> graph.find(event.taskId()).ifPresent(graph::edit));
        canvas.addTasksMovedListener(event -> graph.moved(positions(event.moves())));
    }

    private Map<UUID, Position> positions(List<GraphCanvas.Move> moves) {
        Map<UUID, Position> positions = new HashMap<>();
        moves.forEach(move ->
                graph.find(move.id()).ifPresent(task -> positions.put(task.id(), new Position(move.x(), move.y()))));
        return positions;
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.project.Position;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The canvas and the outline, which show the same tasks and share one selection. */
class GraphArea extends Div implements GraphModel.Listener {

    private final GraphModel graph;
    private final Texts texts;
    private final GraphCanvas canvas;
    private final CriticalPathLine criticalPath;
    private final Div empty = new Div();

    GraphArea(GraphModel graph, Component outline, Texts texts) {
        this.graph = graph;
        this.texts = texts;
        canvas = new GraphCanvas(texts);
        canvas.setSource("projects/" + graph.graph().projectId() + "/graph");
        criticalPath = new CriticalPathLine(texts);
        addClassName("graph-area");
        fillEmptyState();
        Div drawing = new Div(canvas, empty);
        drawing.addClassName("graph-drawing");
        add(drawing, criticalPath, outline);
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
        long tasks =
                graph.graph().tasks().stream().filter(task -> !task.group()).count();
        canvas.setCounts(tasks, graph.graph().dependencies().size());
        empty.setVisible(graph.graph().tasks().isEmpty());
    }

    @Override
    public void movesRefused() {
        canvas.reload();
    }

    @Override
    public void selectionChanged() {
        UUID selected = graph.selected().map(Task::id).orElse(null);
        canvas.setSelection(selected);
    }

    @Override
    public void revealRequested() {
        graph.selected().ifPresent(task -> canvas.reveal(task.id()));
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
        canvas.addTaskActivatedListener(event -> graph.find(event.taskId()).ifPresent(graph::edit));
        canvas.addTasksMovedListener(event -> graph.moved(positions(event.moves())));
    }

    private Map<UUID, Position> positions(List<GraphCanvas.Move> moves) {
        Map<UUID, Position> positions = new HashMap<>();
        moves.forEach(move ->
                graph.find(move.id()).ifPresent(task -> positions.put(task.id(), new Position(move.x(), move.y()))));
        return positions;
    }
}

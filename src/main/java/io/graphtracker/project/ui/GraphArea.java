package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.texts.Texts;

/** The canvas with its tools, and the outline, which show the same tasks and share one selection. */
class GraphArea extends Div implements GraphModel.Listener {

    private final GraphModel graph;
    private final Texts texts;
    private final GraphCanvas canvas;

    /** Whether the path was shown before; only then the view goes to it, and not when the plan changes. */
    private boolean shownPath;

    private final Div drawing = new Div();
    private final Div empty = new Div();

    GraphArea(GraphModel graph, Texts texts) {
        this.graph = graph;
        this.texts = texts;
        canvas = new GraphCanvas(texts);
        canvas.setSource("projects/" + graph.projectId() + "/graph");
        addClassName("graph-area");
        fillEmptyState();
        drawing.addClassName("graph-drawing");
        drawing.add(canvas, empty);
        add(drawing, new CriticalPathPanel(graph, texts));
        graph.addListener(this);
        highlightChanged();
        count();
    }

    GraphCanvas canvas() {
        return canvas;
    }

    /** Puts something over the canvas. */
    void addOver(Component tools) {
        drawing.add(tools);
    }

    @Override
    public void changed(GraphPatch patch) {
        canvas.patch(patch);
        count();
    }

    @Override
    public void reread() {
        canvas.reload();
        count();
    }

    @Override
    public void highlightChanged() {
        canvas.setCriticalPath(graph.criticalPath().orElse(null));
        graph.criticalPath().filter(path -> !shownPath).ifPresent(path -> canvas.reveal(path.taskIds()));
        shownPath = graph.criticalPath().isPresent();
    }

    @Override
    public void movesRefused() {
        canvas.reload();
    }

    @Override
    public void selectionChanged() {
        canvas.setSelection(graph.selection());
    }

    @Override
    public void revealRequested() {
        if (!graph.selection().isEmpty()) {
            canvas.reveal(graph.selection().getLast());
        }
    }

    private void count() {
        canvas.setCounts(graph.facts().tasks(), graph.facts().dependencies());
        empty.setVisible(graph.facts().isEmpty());
    }

    private void fillEmptyState() {
        empty.addClassName("graph-empty");
        empty.add(new H2(texts.get("canvas.empty.title")), new Paragraph(texts.get("canvas.empty.text")));
    }
}

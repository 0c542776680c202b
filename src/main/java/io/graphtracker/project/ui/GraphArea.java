package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.TaskPath;
import io.graphtracker.project.ui.GraphCanvas.Highlight;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The canvas with its tools, and the outline, which show the same tasks and share one selection. */
class GraphArea extends Div implements GraphModel.Listener {

    private static final String CRITICAL = "critical";

    private final GraphModel graph;
    private final Texts texts;
    private final GraphCanvas canvas;

    /** What the view has gone to; when the plan changes, it stays where it is. */
    private @Nullable Object shownPath;

    private final Div drawing = new Div();
    private final Div empty = new Div();

    GraphArea(GraphModel graph, PathCommands paths, Texts texts) {
        this.graph = graph;
        this.texts = texts;
        canvas = new GraphCanvas(texts);
        canvas.setSource("projects/" + graph.projectId() + "/graph");
        addClassName("graph-area");
        fillEmptyState();
        drawing.addClassName("graph-drawing");
        drawing.add(canvas, empty);
        add(drawing, new PathPanel(graph, paths, texts));
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
        Highlight highlight = highlight();
        canvas.highlight(highlight);
        Object path = graph.analysis().taskPath().<Object>map(TaskPath::taskId).orElse(CRITICAL);
        boolean shown = graph.analysis().criticalPath().isPresent();
        if (shown && !path.equals(shownPath)) {
            canvas.reveal(highlight.taskIds());
        } else if (!shown && shownPath != null) {
            canvas.goBack();
        }
        shownPath = shown ? path : null;
    }

    private Highlight highlight() {
        return graph.analysis()
                .taskPath()
                .map(path -> new Highlight(path.chain(), List.copyOf(path.dependencyIds())))
                .or(() -> graph.analysis()
                        .criticalPath()
                        .map(path -> new Highlight(List.copyOf(path.taskIds()), List.copyOf(path.dependencyIds()))))
                .orElse(Highlight.NONE);
    }

    @Override
    public void filterChanged() {
        graph.filter().matching().ifPresentOrElse(canvas::bringOut, canvas::bringOutAll);
    }

    @Override
    public void matchesChanged(Set<UUID> added, Set<UUID> gone) {
        canvas.changeBroughtOut(added, gone);
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
        Span mouse = new Span(" " + texts.get("canvas.empty.mouse"));
        mouse.addClassName("not-for-touch");
        empty.add(
                new H2(texts.get("canvas.empty.title")),
                new Paragraph(new Text(texts.get("canvas.empty.text")), mouse));
    }
}

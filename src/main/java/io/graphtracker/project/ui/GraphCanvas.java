package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.shared.Registration;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Position;
import io.graphtracker.project.ui.CanvasEvents.DeleteRequestedEvent;
import io.graphtracker.project.ui.CanvasEvents.DependencyRequestedEvent;
import io.graphtracker.project.ui.CanvasEvents.SelectionChangedEvent;
import io.graphtracker.project.ui.CanvasEvents.TaskActivatedEvent;
import io.graphtracker.project.ui.CanvasEvents.TaskRequestedEvent;
import io.graphtracker.project.ui.CanvasEvents.TasksMovedEvent;
import io.graphtracker.project.ui.CanvasEvents.ViewChangedEvent;
import io.graphtracker.texts.Texts;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws a graph in the browser: tasks with their statuses, groups around them, arrows for dependencies. It fetches the
 * graph itself, from {@link #setSource}, and is told of changes by {@link #patch}. A screen reader hears the selected
 * task only, so a {@link TaskOutline} stands beside it.
 *
 * @see "docs/decisions/2026-11-30-a-canvas-of-our-own.md"
 */
@Tag("graph-canvas")
@JsModule("context://app/graph-canvas.nocache.js")
class GraphCanvas extends Component implements Focusable<GraphCanvas> {

    static final String ID = "graphCanvas";

    private final Texts texts;
    private Position centre = new Position(0, 0);
    private List<String> selection = List.of();

    GraphCanvas(Texts texts) {
        this.texts = texts;
        setId(ID);
        setTabIndex(0);
        // arrow keys are for the graph, so a screen reader must let them through
        getElement().setAttribute("role", "application");
        getElement().setPropertyBean("texts", CanvasTexts.of(texts));
        setCounts(0, 0);
        addListener(ViewChangedEvent.class, event -> centre = event.view().centre());
        addListener(SelectionChangedEvent.class, event -> selection = event.taskIds());
    }

    /** Fetches the graph from an address, relative to the application's root, and again if the address is the same. */
    void setSource(String url) {
        getElement().setProperty("source", url);
    }

    /** Fetches the graph again. */
    void reload() {
        getElement().callJsFunction("reload");
    }

    /** Brings the drawing from one revision to a later one. */
    void patch(GraphPatch patch) {
        getElement().callJsFunction("patch", CanvasPatch.of(patch));
    }

    /**
     * Lets the tasks that the next patch moves glide to where all are seen. If they would be too small there, the selected
     * task stays where it is in the view.
     */
    void expectArrangement() {
        getElement().callJsFunction("expectArrangement");
    }

    /**
     * Says that moves have been handled, whatever became of them: from now on, the places that patches contain are shown.
     *
     * @param number of the {@link TasksMovedEvent}
     */
    void confirmMoves(int number) {
        getElement().callJsFunction("confirmMoves", number);
    }

    /** Names the canvas after what is on it. */
    void setCounts(long tasks, long dependencies) {
        getElement().setAttribute("aria-label", texts.get("canvas.name", tasks, dependencies));
    }

    /**
     * Marks tasks as selected; the last one is where keys go on from. What the user has selected here is left alone, so
     * that the answer to an earlier step does not undo a later one.
     */
    void setSelection(Collection<UUID> taskIds) {
        List<String> wanted = texts(taskIds);
        if (wanted.equals(selection)) {
            return;
        }
        selection = wanted;
        getElement().setPropertyList("selection", selection);
        // what the user has selected since does not change the property here, so the same value would not be sent again
        getElement().executeJs("this.selection = $0", JsonMapper.shared().valueToTree(selection));
    }

    /** Selects nothing, not even a dependency. */
    void clearSelection() {
        getElement().callJsFunction("selectNothing");
    }

    /** Sets what the view shows when the graph has been loaded. */
    void setViews(Views views) {
        getElement().setPropertyBean("views", views);
    }

    /**
     * Moves the view, if necessary, so that a task is in it and can be read; a task not loaded yet as soon as it is.
     */
    void reveal(UUID taskId) {
        getElement().callJsFunction("reveal", taskId.toString());
    }

    /** Moves the view so that all of some tasks are in it, as large as possible. */
    void reveal(Collection<UUID> taskIds) {
        if (!taskIds.isEmpty()) {
            getElement().callJsFunction("revealAll", texts(taskIds));
        }
    }

    /** Moves the view back to where it was before several tasks were revealed, unless the user has moved it since. */
    void goBack() {
        getElement().callJsFunction("goBack");
    }

    /** Highlights a path, or none. */
    void highlight(Highlight path) {
        getElement().setPropertyBean("critical", path);
    }

    /** Dims all tasks but some, and the groups that contain none of these. */
    void bringOut(Collection<UUID> taskIds) {
        getElement().callJsFunction("bringOut", texts(taskIds));
    }

    /** Dims nothing. */
    void bringOutAll() {
        getElement().callJsFunction("bringOut");
    }

    /** Brings out other tasks, too, and dims some; may be told before the patch that adds or removes them. */
    void changeBroughtOut(Collection<UUID> added, Collection<UUID> gone) {
        getElement().callJsFunction("changeBroughtOut", texts(added), texts(gone));
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    /** Shows the whole graph. */
    void fit() {
        getElement().callJsFunction("fit");
    }

    /** Shows the whole graph, unless it would be too small to see how it is arranged. */
    void fitArranged() {
        getElement().callJsFunction("fitArranged");
    }

    /** Shows the beginning of the graph, readable, as when it was opened. */
    void resetView() {
        getElement().callJsFunction("resetView");
    }

    void zoomIn() {
        getElement().callJsFunction("zoomIn");
    }

    void zoomOut() {
        getElement().callJsFunction("zoomOut");
    }

    /** Shows the graph at its natural size. */
    void zoomToActualSize() {
        getElement().callJsFunction("zoomToActualSize");
    }

    /** Downloads a PNG picture of the whole graph; fails if the browser cannot make it. */
    PendingJavaScriptResult screenshot(String fileName) {
        return getElement().callJsFunction("screenshot", fileName);
    }

    /** Downloads the same picture as SVG. */
    PendingJavaScriptResult exportSvg(String fileName) {
        return getElement().callJsFunction("exportSvg", fileName);
    }

    /** Prints the whole graph on one page. */
    void print() {
        getElement().callJsFunction("print");
    }

    /** The point of the graph that is in the middle of the view. */
    Position centre() {
        return centre;
    }

    Registration addSelectionChangedListener(ComponentEventListener<SelectionChangedEvent> listener) {
        return addListener(SelectionChangedEvent.class, listener);
    }

    Registration addTasksMovedListener(ComponentEventListener<TasksMovedEvent> listener) {
        return addListener(TasksMovedEvent.class, listener);
    }

    Registration addTaskActivatedListener(ComponentEventListener<TaskActivatedEvent> listener) {
        return addListener(TaskActivatedEvent.class, listener);
    }

    Registration addTaskRequestedListener(ComponentEventListener<TaskRequestedEvent> listener) {
        return addListener(TaskRequestedEvent.class, listener);
    }

    Registration addDependencyRequestedListener(ComponentEventListener<DependencyRequestedEvent> listener) {
        return addListener(DependencyRequestedEvent.class, listener);
    }

    Registration addDeleteRequestedListener(ComponentEventListener<DeleteRequestedEvent> listener) {
        return addListener(DeleteRequestedEvent.class, listener);
    }

    Registration addViewChangedListener(ComponentEventListener<ViewChangedEvent> listener) {
        return addListener(ViewChangedEvent.class, listener);
    }

    /**
     * What part of the graph is in view.
     *
     * @param x of the point in the middle, in pixels at zoom 1
     * @param zoom 1 for natural size
     */
    public record View(double x, double y, double zoom) {

        Position centre() {
            return new Position(x, y);
        }
    }

    /**
     * Views for windows of different widths; null for the beginning of the graph.
     *
     * @param narrow for that of a phone
     */
    record Views(@Nullable View wide, @Nullable View narrow) {}

    /** What is highlighted. */
    record Highlight(List<UUID> taskIds, List<UUID> dependencyIds) {

        static final Highlight NONE = new Highlight(List.of(), List.of());
    }
}

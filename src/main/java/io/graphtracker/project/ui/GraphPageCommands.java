package io.graphtracker.project.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskSearch;
import io.graphtracker.texts.Texts;
import java.util.Locale;

/** Runs the commands of actions on the parts of an open project page. */
class GraphPageCommands implements GraphCommands {

    /** The space a task needs on the canvas, in pixels at zoom 1, with a margin. */
    private static final double TASK_WIDTH = 190;

    private static final double TASK_HEIGHT = 80;

    private static final double GAP = 20;
    private static final int COLUMNS = 3;

    private final ProjectSummary project;
    private final GraphModel graph;
    private final GraphCanvas canvas;
    private final SearchBar searchBar;
    private final TaskSearch search;
    private final Feedback feedback;
    private final Texts texts;

    GraphPageCommands(
            ProjectSummary project,
            GraphModel graph,
            GraphCanvas canvas,
            SearchBar searchBar,
            TaskSearch search,
            Feedback feedback,
            Texts texts) {
        this.project = project;
        this.graph = graph;
        this.canvas = canvas;
        this.searchBar = searchBar;
        this.search = search;
        this.feedback = feedback;
        this.texts = texts;
    }

    @Override
    public void addTask() {
        graph.addTask(texts.get("task.new-title"), freePlace(canvas.centre())).ifPresent(task -> {
            canvas.reveal(task.id());
            graph.edit(task);
        });
    }

    @Override
    public void connectTasks() {
        new ConnectDialog(graph, search, feedback, texts).open();
    }

    @Override
    public void toggleCriticalPath() {
        boolean shown = graph.criticalPath().isPresent();
        graph.toggleCriticalPath();
        graph.criticalPath()
                .ifPresent(path -> feedback.show(Message.information(CriticalPathLine.describe(path, texts))));
        if (shown) {
            feedback.show(Message.information(texts.get("critical-path.hidden")));
        }
    }

    @Override
    public void fit() {
        canvas.fit();
    }

    @Override
    public void search() {
        searchBar.open();
    }

    @Override
    public void resetView() {
        canvas.resetView();
    }

    @Override
    public void screenshot() {
        if (graph.graph().tasks().isEmpty()) {
            feedback.show(Message.information(texts.get("screenshot.empty")));
            return;
        }
        String name = fileName(project.name());
        canvas.screenshot(name)
                .then(
                        done -> feedback.show(Message.success(texts.get("screenshot.done", name), "")),
                        failure -> feedback.show(
                                Message.error(texts.get("screenshot.failed"), texts.get("screenshot.failed.hint"))));
    }

    /**
     * The first position, beginning with the wanted one, where a new task does not cover another. The positions go
     * down in three alternating columns: in a single column, arrows would run behind other tasks and seem to belong
     * to them.
     */
    private Position freePlace(Position wanted) {
        int step = 0;
        Position place = wanted;
        while (isTaken(place)) {
            step++;
            place = new Position(
                    wanted.x() + step % COLUMNS * (TASK_WIDTH + GAP), wanted.y() + step * (TASK_HEIGHT - GAP));
        }
        return place;
    }

    private boolean isTaken(Position place) {
        return graph.graph().tasks().stream()
                .filter(task -> !task.group())
                .map(Task::position)
                .anyMatch(other ->
                        Math.abs(other.x() - place.x()) < TASK_WIDTH && Math.abs(other.y() - place.y()) < TASK_HEIGHT);
    }

    private static String fileName(String projectName) {
        String name = projectName.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String trimmed = name.replaceAll("^-|-$", "");
        return (trimmed.isEmpty() ? "graph" : trimmed) + ".png";
    }
}

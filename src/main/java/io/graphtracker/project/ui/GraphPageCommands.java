package io.graphtracker.project.ui;

import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.TaskSearch;
import io.graphtracker.project.UndoState;
import io.graphtracker.project.exchange.ExportName;
import io.graphtracker.texts.Texts;
import java.util.function.Function;

/** Runs the commands of actions on the parts of an open project page. */
class GraphPageCommands implements GraphCommands {

    private final ProjectSummary project;
    private final GraphModel graph;
    private final GraphEditor editor;
    private final GroupEditor groups;
    private final PathCommands paths;
    private final PlanArranger arranger;
    private final GraphCanvas canvas;
    private final PlanFiles files;
    private final SearchBar searchBar;
    private final TaskSearch search;
    private final Feedback feedback;
    private final Texts texts;

    GraphPageCommands(
            ProjectSummary project,
            GraphModel graph,
            GraphEditor editor,
            GroupEditor groups,
            PathCommands paths,
            PlanArranger arranger,
            GraphCanvas canvas,
            PlanFiles files,
            SearchBar searchBar,
            TaskSearch search,
            Feedback feedback,
            Texts texts) {
        this.project = project;
        this.graph = graph;
        this.editor = editor;
        this.groups = groups;
        this.paths = paths;
        this.arranger = arranger;
        this.canvas = canvas;
        this.files = files;
        this.searchBar = searchBar;
        this.search = search;
        this.feedback = feedback;
        this.texts = texts;
    }

    @Override
    public void addTask() {
        FreePlaces places = new FreePlaces(graph.details(), graph.projectId());
        editor.add(new AddTask(texts.get("task.new-title"), places.near(canvas.centre())))
                .ifPresent(id -> {
                    canvas.reveal(id);
                    graph.edit(id);
                });
    }

    @Override
    public void connectTasks() {
        new ConnectDialog(graph, editor, search, texts).open();
    }

    @Override
    public void toggleCriticalPath() {
        paths.toggleCriticalPath();
    }

    @Override
    public Signal<Boolean> criticalPathShown() {
        return graph.analysis().criticalPathShown();
    }

    @Override
    public void toggleTaskPath() {
        paths.toggleTaskPath();
    }

    @Override
    public Signal<Boolean> taskPathShown() {
        return graph.analysis().taskPathShown();
    }

    @Override
    public void fit() {
        canvas.fit();
    }

    @Override
    public void resetView() {
        canvas.resetView();
    }

    @Override
    public void arrange() {
        arranger.arrange();
    }

    @Override
    public void undo() {
        editor.undo();
    }

    @Override
    public void redo() {
        editor.redo();
    }

    @Override
    public Signal<UndoState> undoState() {
        return graph.undoState();
    }

    @Override
    public void group() {
        groups.group();
    }

    @Override
    public void ungroup() {
        groups.ungroup();
    }

    @Override
    public void collapse() {
        groups.setCollapsed(true);
    }

    @Override
    public void expand() {
        groups.setCollapsed(false);
    }

    @Override
    public void search() {
        searchBar.open();
    }

    @Override
    public void screenshot() {
        download(".png", canvas::screenshot);
    }

    @Override
    public void saveAsSvg() {
        download(".svg", canvas::exportSvg);
    }

    @Override
    public void exportPlan(String format) {
        files.export(format);
    }

    @Override
    public void importPlan() {
        files.importPlan();
    }

    @Override
    public void print() {
        if (hasPicture()) {
            canvas.print();
        }
    }

    private void download(String extension, Function<String, PendingJavaScriptResult> picture) {
        if (!hasPicture()) {
            return;
        }
        String name = ExportName.of(project.name()) + extension;
        picture.apply(name)
                .then(
                        done -> feedback.show(Message.success(texts.get("screenshot.done", name), "")),
                        failure -> feedback.show(
                                Message.error(texts.get("screenshot.failed"), texts.get("screenshot.failed.hint"))));
    }

    private boolean hasPicture() {
        boolean empty = graph.facts().isEmpty();
        if (empty) {
            feedback.show(Message.information(texts.get("screenshot.empty")));
        }
        return !empty;
    }
}

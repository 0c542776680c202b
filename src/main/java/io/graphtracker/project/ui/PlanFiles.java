package io.graphtracker.project.ui;

import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.GraphCommand.ImportPlan;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.exchange.PlanExport;
import io.graphtracker.project.exchange.PreparedPlan;
import io.graphtracker.project.exchange.ui.ImportDialogs;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Brings plans from files into the open project, and the project into files. */
class PlanFiles {

    private final ProjectSummary project;
    private final GraphModel graph;
    private final GraphCanvas canvas;
    private final PlanExport exports;
    private final ImportDialogs dialogs;
    private final Feedback feedback;
    private final Texts texts;

    PlanFiles(
            ProjectSummary project,
            GraphModel graph,
            GraphCanvas canvas,
            GraphServices services,
            Feedback feedback,
            Texts texts) {
        this.project = project;
        this.graph = graph;
        this.canvas = canvas;
        this.exports = services.exports();
        this.dialogs = services.importDialogs();
        this.feedback = feedback;
        this.texts = texts;
    }

    /** Downloads the plan in a format. */
    void export(String format) {
        String name = exports.fileName(project.name(), format);
        canvas.getElement()
                .callJsFunction("saveFrom", "projects/" + project.id() + "/plan/" + format, name)
                .then(
                        done -> feedback.show(Message.success(texts.get("export.done", name), "")),
                        failure -> feedback.show(
                                Message.error(texts.get("export.failed"), texts.get("export.failed.hint"))));
    }

    /** Opens the dialog that adds a plan. */
    void importPlan() {
        dialogs.open(texts.get("import.confirm"), feedback, this::add);
    }

    private void add(PreparedPlan plan) {
        ImportPlan command = plan.change();
        ChangeResult result = graph.execute(command);
        List<UUID> outermost = command.tasks().stream()
                .filter(task -> task.parentId() == null)
                .map(Task::id)
                .toList();
        graph.select(outermost);
        canvas.reveal(outermost);
        feedback.show(Message.success(
                ChangeTexts.description(Objects.requireNonNull(result.change()), texts), texts.get("undo.hint")));
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Position;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.texts.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows and edits one task: its fields, its dependencies, its position. */
class TaskEditor extends Div {

    private final GraphModel graph;
    private final GraphEditor editor;
    private final Texts texts;
    private final H2 heading = new H2();
    /** Not spoken: each change is announced. */
    private final Span saved = new Span();

    private final Paragraph gone = new Paragraph();
    private final TaskForm form;
    private final NextTaskField next;
    private final GroupProgressLine progress;
    private final GroupChoice group;
    private final TaskDependencies dependencies;
    private final TaskComments comments;
    private final TaskHistoryDetails history;
    private final MoveButtons moveButtons;
    private final Button delete;
    private @Nullable Task shown;

    TaskEditor(GraphModel graph, GraphEditor editor, GraphServices services, Texts texts, Runnable deleteSelected) {
        this.graph = graph;
        this.editor = editor;
        this.texts = texts;
        addClassName("task-editor");
        form = new TaskForm(texts, new TaskSuggestions(graph.details(), graph.projectId()), this::save);
        form.listenToTitleKeys(this::enter);
        next = new NextTaskField(texts, this::addNext);
        progress = new GroupProgressLine(graph, texts);
        group = new GroupChoice("taskGroup", graph, editor, texts);
        dependencies = new TaskDependencies(graph, editor, services.search(), texts);
        ZoneId zone = services.clock().getZone();
        comments = new TaskComments(graph, editor, services.user().name(), zone, texts);
        history = new TaskHistoryDetails(services.history(), graph.projectId(), zone, texts);
        moveButtons = new MoveButtons(texts, new SelectionMover(graph, editor));
        delete = new Button(VaadinIcon.TRASH.create(), click -> deleteSelected.run());
        delete.setId("btnDeleteNode");
        delete.addThemeVariants(ButtonVariant.ERROR);
        gone.setText(texts.get("task.gone"));
        gone.setId("taskGone");
        gone.addClassName("task-gone");
        saved.setId("taskSaved");
        saved.addClassName("task-saved");
        saved.add(VaadinIcon.CHECK.create(), new Span(texts.get("task.saved")));
        Div header = new Div(heading, saved);
        header.addClassName("task-header");
        add(header, gone, progress, form, next, group, dependencies, comments, history, moveButtons, delete);
    }

    /** Shows another task. */
    void show(Task task) {
        boolean another = shown == null || !shown.id().equals(task.id());
        shown = task;
        heading.setText(texts.get(task.group() ? "task.heading.group" : "task.heading"));
        delete.setText(texts.get(task.group() ? "task.delete.group" : "task.delete"));
        showGone(false);
        if (another) {
            saved.setVisible(false);
            next.hide();
            form.show(task);
        } else {
            form.follow(task);
        }
        progress.show(task);
        group.show(List.of(task));
        dependencies.show(task.id());
        comments.show(task.id());
        history.show(task.id());
    }

    /** Shows what has become of the task. */
    void follow(GraphPatch patch) {
        Task before = task();
        UUID id = before.id();
        patch.tasks().stream().filter(task -> task.id().equals(id)).findFirst().ifPresent(task -> {
            shown = task;
            form.follow(task);
        });
        if (concernsGroups(patch, before)) {
            group.show(List.of(task()));
        }
        dependencies.follow(patch);
        comments.follow(patch);
        history.follow(patch);
    }

    /** Whether the fields contain what is not stored, or the user is in one of them and may be typing. */
    boolean isInUse() {
        return form.isInUse();
    }

    /** The task that it shows, or showed last. */
    Optional<UUID> shownId() {
        return Optional.ofNullable(shown).map(Task::id);
    }

    /** Whether it shows this task. */
    boolean shows(UUID taskId) {
        return isVisible() && shownId().filter(taskId::equals).isPresent();
    }

    /** Shows that the task no longer exists; what was typed can still be copied. */
    void keepForCopying() {
        form.keepForCopying();
        showGone(true);
        dependencies.setVisible(false);
        progress.setVisible(false);
        group.setVisible(false);
        next.hide();
    }

    void editTitle() {
        form.editTitle();
    }

    private Optional<ChangeResult> save(TaskDetails before, TaskDetails wanted) {
        Optional<ChangeResult> result = editor.execute(new EditTask(task().id(), before, wanted));
        saved.setVisible(result.filter(TaskEditor::isAllSaved).isPresent());
        // nothing was stored, for somebody else has stored the same, or something else
        result.filter(done -> done.change() == null)
                .flatMap(done -> graph.find(task().id()))
                .ifPresent(form::follow);
        return result;
    }

    private static boolean isAllSaved(ChangeResult result) {
        return result.change() != null && result.conflicts().isEmpty();
    }

    private void showGone(boolean isGone) {
        comments.setVisible(!isGone);
        history.setVisible(!isGone);
        gone.setVisible(isGone);
        moveButtons.setVisible(!isGone);
        delete.setVisible(!isGone);
    }

    private Task task() {
        return Objects.requireNonNull(shown);
    }

    private boolean concernsGroups(GraphPatch patch, Task before) {
        return !patch.removedTasks().isEmpty()
                || !Objects.equals(before.parentId(), task().parentId())
                || patch.tasks().stream().anyMatch(Task::group);
    }

    /** Enter in the title, which has been saved by now. */
    private void enter(boolean control) {
        if (task().group()) {
            return;
        }
        if (control) {
            addSuccessor(texts.get("task.new-title")).ifPresent(id -> {
                graph.edit(id);
                graph.reveal();
            });
        } else {
            next.offer();
        }
    }

    private void addNext(String title, boolean connected) {
        Optional<UUID> added = connected ? addSuccessor(title) : addBelow(title);
        added.ifPresent(id -> {
            graph.select(id);
            graph.reveal();
            next.offer();
        });
    }

    private Optional<UUID> addBelow(String title) {
        Position place = graph.freePlaces().below(task().id());
        return editor.add(new AddTask(title, place, task().parentId(), null));
    }

    private Optional<UUID> addSuccessor(String title) {
        Position place = graph.freePlaces().after(task().id());
        return editor.add(new AddTask(title, place, task().parentId(), task().id()));
    }
}

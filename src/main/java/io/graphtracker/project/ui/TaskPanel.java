package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.project.Dependency;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The Task tab, which shows and edits the selected task. */
class TaskPanel extends Div implements GraphModel.Listener {

    private final GraphModel graph;
    private final Texts texts;
    private final Runnable afterDelete;
    private final Div nothingSelected = new Div();
    private final Div editor = new Div();
    private final H2 heading = new H2();
    private final Paragraph gone = new Paragraph();
    private final TaskForm form;
    private final DependencyList dependsOn;
    private final DependencyList neededBy;
    private final MoveButtons moveButtons;
    private final Button delete;
    private @Nullable UUID shownId;

    /** @param afterDelete moves the focus when the task has been deleted, and these fields with it */
    TaskPanel(GraphModel graph, Texts texts, Runnable afterDelete) {
        this.graph = graph;
        this.texts = texts;
        this.afterDelete = afterDelete;
        addClassName("task-panel");
        form = new TaskForm(texts, (before, wanted) -> graph.update(shown().id(), before, wanted));
        dependsOn = dependencyList("task.depends-on");
        neededBy = dependencyList("task.needed-by");
        delete = new Button(VaadinIcon.TRASH.create(), click -> confirmDelete());
        delete.setId("btnDeleteNode");
        delete.addThemeVariants(ButtonVariant.ERROR);
        moveButtons = new MoveButtons(texts, (x, y) -> graph.moveBy(shown(), x, y));
        gone.setText(texts.get("task.gone"));
        gone.setId("taskGone");
        gone.addClassName("task-gone");
        editor.addClassName("task-editor");
        editor.add(heading, gone, form, dependsOn, neededBy, moveButtons, delete);
        nothingSelected.addClassName("empty-state");
        nothingSelected.add(new H2(texts.get("task.none.title")), new Paragraph(texts.get("task.none.text")));
        add(nothingSelected, editor);
        graph.addListener(this);
        selectionChanged();
    }

    @Override
    public void graphChanged() {
        show(false);
    }

    @Override
    public void selectionChanged() {
        show(true);
    }

    @Override
    public void editingRequested() {
        form.editTitle();
    }

    private void show(boolean another) {
        Optional<Task> selected = graph.selected();
        boolean kept = selected.isEmpty() && isLastHome();
        nothingSelected.setVisible(selected.isEmpty() && !kept);
        editor.setVisible(selected.isPresent() || kept);
        gone.setVisible(kept);
        moveButtons.setVisible(!kept);
        delete.setVisible(!kept);
        if (kept) {
            form.keepForCopying();
            dependsOn.setVisible(false);
            neededBy.setVisible(false);
        } else {
            shownId = selected.map(Task::id).orElse(null);
            selected.ifPresent(task -> show(task, another));
        }
    }

    /** Whether these fields contain unsaved text of a task that no longer exists, for example after a restore. */
    private boolean isLastHome() {
        return shownId != null && graph.find(shownId).isEmpty() && form.isUnsaved();
    }

    private void show(Task task, boolean another) {
        heading.setText(texts.get(task.group() ? "task.heading.group" : "task.heading"));
        delete.setText(texts.get(task.group() ? "task.delete.group" : "task.delete"));
        form.show(task, another);
        dependsOn.setVisible(!task.group());
        neededBy.setVisible(!task.group());
        dependsOn.show(entries(dependency -> dependency.targetId().equals(task.id()), Dependency::sourceId));
        neededBy.show(entries(dependency -> dependency.sourceId().equals(task.id()), Dependency::targetId));
    }

    private List<DependencyList.Entry> entries(Predicate<Dependency> which, Function<Dependency, UUID> otherEnd) {
        return graph.graph().dependencies().stream()
                .filter(which)
                .flatMap(
                        dependency -> graph
                                .find(otherEnd.apply(dependency))
                                .map(other -> new DependencyList.Entry(dependency, other))
                                .stream())
                .toList();
    }

    private DependencyList dependencyList(String textKey) {
        return new DependencyList(textKey, texts, other -> graph.select(other.id()), graph::disconnect);
    }

    private Task shown() {
        return graph.find(shownId).orElseThrow();
    }

    private void confirmDelete() {
        Task task = shown();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(texts.get("task.delete.confirm.title", task.title()));
        dialog.setText(texts.get(task.group() ? "task.delete.confirm.text.group" : "task.delete.confirm.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(texts.get("dialog.cancel"));
        dialog.setConfirmText(texts.get(task.group() ? "task.delete.group" : "task.delete"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirm -> {
            graph.delete(task.id());
            afterDelete.run();
        });
        dialog.open();
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.validator.DoubleRangeValidator;
import com.vaadin.flow.data.validator.StringLengthValidator;
import io.graphtracker.project.NodeStatus;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskNode;
import io.graphtracker.texts.Texts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields of a node. A change is saved as soon as its field is left, if all fields are valid. */
class TaskForm extends Div {

    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 10_000;
    private static final double MAX_HOURS = 100_000;

    private final Texts texts;
    private final Consumer<TaskDetails> save;
    private final Binder<TaskDetails> binder = new Binder<>(TaskDetails.class);
    private final TextField title = new TextField();
    private final TextArea description = new TextArea();
    private final Select<NodeStatus> status = new Select<>();
    private final NumberField plannedHours = new NumberField();
    private @Nullable TaskDetails shown;

    TaskForm(Texts texts, Consumer<TaskDetails> save) {
        this.texts = texts;
        this.save = save;
        addClassName("task-form");
        labelFields();
        bindFields();
        add(title, description, status, plannedHours);
    }

    /** Shows a node. What is being typed stays if the node says nothing new. */
    void show(TaskNode node, boolean another) {
        TaskDetails details = new TaskDetails(node.title(), node.description(), node.status(), node.plannedHours());
        status.setVisible(!node.group());
        plannedHours.setVisible(!node.group());
        if (another || !details.equals(shown)) {
            // first, so that the fields' own events find nothing to save
            shown = details;
            binder.readRecord(details);
        }
    }

    /** Puts the focus into the title and selects its text, so that typing replaces it. */
    void editTitle() {
        // only in the next frame is a tab that was just selected there to be focused
        title.getElement()
                .executeJs(
                        "requestAnimationFrame(() => setTimeout(() => { this.focus(); this.inputElement?.select(); }))");
    }

    private void labelFields() {
        title.setLabel(texts.get("task.title"));
        title.setId("taskTitle");
        title.setMaxLength(MAX_TITLE);
        description.setLabel(texts.get("task.description"));
        description.setId("taskDescription");
        description.setMaxLength(MAX_DESCRIPTION);
        description.setMinRows(3);
        description.setMaxRows(10);
        status.setLabel(texts.get("task.status"));
        status.setId("taskStatus");
        status.setItems(NodeStatus.values());
        status.setRenderer(new ComponentRenderer<>(value -> new StatusMark(value, texts)));
        nameList(status, texts.get("task.status"));
        plannedHours.setLabel(texts.get("task.planned-hours"));
        plannedHours.setId("taskPlannedHours");
        plannedHours.setMin(0);
        plannedHours.setStep(0.5);
        plannedHours.setStepButtonsVisible(true);
    }

    /** The list that opens does not take its name from the field's label. */
    private static void nameList(Select<?> field, String name) {
        field.getElement()
                .getChildren()
                .filter(child -> child.getTag().equals("vaadin-select-list-box"))
                .forEach(list -> list.setAttribute("aria-label", name));
    }

    private void bindFields() {
        binder.forField(title)
                .asRequired(texts.get("task.title.required"))
                .withValidator(value -> !value.isBlank(), texts.get("task.title.required"))
                .bind("title");
        binder.forField(description)
                .withValidator(new StringLengthValidator(texts.get("task.description.too-long"), 0, MAX_DESCRIPTION))
                .bind("description");
        binder.forField(status).bind("status");
        binder.forField(plannedHours)
                .withValidator(new DoubleRangeValidator(texts.get("task.planned-hours.range"), 0.0, MAX_HOURS))
                .bind("plannedHours");
        binder.addValueChangeListener(change -> saveIfChanged());
    }

    private void saveIfChanged() {
        try {
            TaskDetails details = binder.writeRecord();
            if (shown != null && !details.equals(shown)) {
                save.accept(details);
            }
        } catch (ValidationException e) {
            // the fields say what is wrong
        }
    }
}

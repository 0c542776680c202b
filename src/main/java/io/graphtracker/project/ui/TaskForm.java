package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.graphtracker.project.Rules;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.shell.UnsavedText;
import io.graphtracker.texts.Texts;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a task. A change is saved as soon as its field is left, if that field is valid. */
class TaskForm extends Div {

    private final Texts texts;
    private final BiPredicate<TaskDetails, TaskDetails> save;
    private final Binder<TaskDetails> binder = new Binder<>(TaskDetails.class);
    private final TextField title = new TextField();
    private final TextArea description = new TextArea();
    private final Select<TaskStatus> status = new Select<>();
    private final NumberField plannedHours = new NumberField();
    private @Nullable TaskDetails shown;

    private final Binder.Binding<TaskDetails, String> titleBinding;
    private final Binder.Binding<TaskDetails, String> descriptionBinding;
    private final Binder.Binding<TaskDetails, TaskStatus> statusBinding;
    private final Binder.Binding<TaskDetails, Double> plannedHoursBinding;

    /**
     * @param save receives the details shown before and the wanted ones, and returns whether the latter are stored
     *     now
     */
    TaskForm(Texts texts, BiPredicate<TaskDetails, TaskDetails> save) {
        this.texts = texts;
        this.save = save;
        addClassName("task-form");
        labelFields();
        explainLimits();
        String blank = texts.get("project.error.title-blank");
        titleBinding = binder.forField(title)
                .asRequired(blank)
                .withValidator(value -> !value.isBlank(), blank)
                .bind("title");
        descriptionBinding = binder.forField(description).bind("description");
        statusBinding = binder.forField(status).bind("status");
        plannedHoursBinding = binder.forField(plannedHours).bind("plannedHours");
        binder.addValueChangeListener(change -> saveIfChanged());
        add(title, description, status, plannedHours);
    }

    /**
     * Shows a task.
     *
     * @param another whether it is another task than before; if not, fields whose stored value is unchanged keep what
     *     is being typed, valid or not
     */
    void show(Task task, boolean another) {
        TaskDetails details = new TaskDetails(task.title(), task.description(), task.status(), task.plannedHours());
        status.setVisible(!task.group());
        plannedHours.setVisible(!task.group());
        TaskDetails before = shown;
        // while the fields are being filled, their change events must not save anything
        shown = null;
        setReadOnly(false);
        if (another || before == null) {
            binder.readRecord(details);
            UnsavedText.mark(this, false);
        } else {
            readChanges(before, details);
        }
        shown = details;
    }

    /** Whether a field contains a value that could not be saved. */
    boolean isUnsaved() {
        return UnsavedText.isMarked(this);
    }

    /** Makes the fields read-only, so that their values can still be copied, until another task is shown. */
    void keepForCopying() {
        setReadOnly(true);
    }

    private void setReadOnly(boolean readOnly) {
        title.setReadOnly(readOnly);
        description.setReadOnly(readOnly);
        status.setReadOnly(readOnly);
        plannedHours.setReadOnly(readOnly);
    }

    /** Puts the focus into the title and selects its text, so that typing replaces it. */
    void editTitle() {
        // a tab that has just been selected can be focused in the next frame only
        title.getElement()
                .executeJs(
                        "requestAnimationFrame(() => setTimeout(() => { this.focus(); this.inputElement?.select(); }))");
    }

    private void labelFields() {
        title.setLabel(texts.get("task.title"));
        title.setId("taskTitle");
        title.setMaxLength(Rules.MAX_NAME);
        description.setLabel(texts.get("task.description"));
        description.setId("taskDescription");
        description.setMaxLength(Rules.MAX_DESCRIPTION);
        description.setMinRows(3);
        description.setMaxRows(10);
        status.setLabel(texts.get("task.status"));
        status.setId("taskStatus");
        status.setItems(TaskStatus.values());
        status.setRenderer(new ComponentRenderer<>(value -> new StatusMark(value, texts)));
        nameList(status, texts.get("task.status"));
        plannedHours.setLabel(texts.get("task.planned-hours"));
        plannedHours.setId("taskPlannedHours");
        plannedHours.setMin(0);
        plannedHours.setMax(Rules.MAX_HOURS);
        plannedHours.setStepButtonsVisible(true);
    }

    /** The list that opens is not labelled by the field. */
    private static void nameList(Select<?> field, String name) {
        field.getElement()
                .getChildren()
                .filter(child -> child.getTag().equals("vaadin-select-list-box"))
                .forEach(list -> list.setAttribute("aria-label", name));
    }

    /** The fields check their own limits before the binder does, by default without a message. */
    private void explainLimits() {
        title.setI18n(new TextField.TextFieldI18n()
                .setMaxLengthErrorMessage(texts.get("project.error.title-too-long", Rules.MAX_NAME)));
        description.setI18n(new TextArea.TextAreaI18n()
                .setMaxLengthErrorMessage(texts.get("project.error.description-too-long", Rules.MAX_DESCRIPTION)));
        String range = texts.get("project.error.hours-out-of-range", Rules.MAX_HOURS);
        plannedHours.setI18n(new NumberField.NumberFieldI18n()
                .setBadInputErrorMessage(range)
                .setMinErrorMessage(range)
                .setMaxErrorMessage(range));
    }

    private void readChanges(TaskDetails before, TaskDetails now) {
        readChange(titleBinding, before, now, TaskDetails::title);
        readChange(descriptionBinding, before, now, TaskDetails::description);
        readChange(statusBinding, before, now, TaskDetails::status);
        readChange(plannedHoursBinding, before, now, TaskDetails::plannedHours);
    }

    private static <T> void readChange(
            Binder.Binding<TaskDetails, T> binding,
            TaskDetails before,
            TaskDetails now,
            Function<TaskDetails, @Nullable T> part) {
        if (!Objects.equals(part.apply(before), part.apply(now))) {
            binding.read(now);
        }
    }

    private void saveIfChanged() {
        TaskDetails before = shown;
        if (before == null) {
            return;
        }
        TaskDetails wanted = new TaskDetails(
                valid(titleBinding, title.getValue(), before.title()),
                valid(descriptionBinding, description.getValue(), before.description()),
                valid(statusBinding, status.getValue(), before.status()),
                isValid(plannedHoursBinding) ? plannedHours.getValue() : before.plannedHours());
        if (!wanted.equals(before)) {
            // before saving: the mark must also stay if saving throws
            UnsavedText.mark(this, true);
            UnsavedText.mark(this, !save.test(before, wanted));
        }
    }

    /** The value of a field, or its former value if the field is invalid. */
    private static <T> T valid(Binder.Binding<TaskDetails, ?> binding, T value, T before) {
        return isValid(binding) ? value : before;
    }

    private static boolean isValid(Binder.Binding<TaskDetails, ?> binding) {
        return !binding.validate(false).isError();
    }
}

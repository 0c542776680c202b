package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.FieldConflict;
import io.graphtracker.project.Rules;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.shell.KeptText;
import io.graphtracker.shell.UnsavedText;
import io.graphtracker.texts.Texts;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a task. A change is saved as soon as its field is left, if that field is valid. What somebody else
 * stores meanwhile appears in the fields, except where the user has typed something else: there, both values are shown.
 */
class TaskForm extends Div {

    /** Stores the details of the task. */
    @FunctionalInterface
    interface Saver {

        /**
         * @param shown the details as the user saw them
         * @param wanted the details as they are to be
         * @return empty if that was refused
         */
        Optional<ChangeResult> save(TaskDetails shown, TaskDetails wanted);
    }

    private final Texts texts;
    private final Saver saver;
    private final KeptText kept = new KeptText(this::restore);
    private final Binder<TaskDetails> binder = new Binder<>(TaskDetails.class);
    private final TextField title = new TextField();
    private final TextArea description = new TextArea();
    private final Select<TaskStatus> status = new Select<>();
    private final NumberField plannedHours = new NumberField();
    private final TaskFormField<String> titleField;
    private final TaskFormField<String> descriptionField;
    private final TaskFormField<TaskStatus> statusField;
    private final TaskFormField<Double> hoursField;
    private final List<TaskFormField<?>> fields;
    /** What the task had when it was shown, for the fields that this form does not have. */
    private TaskDetails base = new TaskDetails("", "", TaskStatus.PLANNED, null);

    private @Nullable Task latest;
    private boolean listening;
    private boolean saving;

    TaskForm(Texts texts, Saver saver) {
        this.texts = texts;
        this.saver = saver;
        addClassName("task-form");
        labelFields();
        explainLimits();
        String blank = texts.get("project.error.title-blank");
        titleField = new TaskFormField<>(
                TaskField.TITLE,
                title,
                TaskDetails::title,
                value -> value,
                binder.forField(title)
                        .asRequired(blank)
                        .withValidator(value -> !value.isBlank(), blank)
                        .bind("title"),
                notice(TaskField.TITLE, "task.title"));
        descriptionField = new TaskFormField<>(
                TaskField.DESCRIPTION,
                description,
                TaskDetails::description,
                value -> value,
                binder.forField(description).bind("description"),
                notice(TaskField.DESCRIPTION, "task.description"));
        statusField = new TaskFormField<>(
                TaskField.STATUS,
                status,
                TaskDetails::status,
                value -> texts.get(value.textKey()),
                binder.forField(status).bind("status"),
                notice(TaskField.STATUS, "task.status"));
        hoursField = new TaskFormField<>(
                TaskField.PLANNED_HOURS,
                plannedHours,
                TaskDetails::plannedHours,
                NumberFormat.getNumberInstance(Locale.ENGLISH)::format,
                binder.forField(plannedHours).bind("plannedHours"),
                notice(TaskField.PLANNED_HOURS, "task.planned-hours"));
        fields = List.of(titleField, descriptionField, statusField, hoursField);
        add(kept);
        fields.forEach(field -> add(field.component(), field.notice()));
        binder.addValueChangeListener(change -> {
            ((Component) change.getHasValue())
                    .getId()
                    .ifPresent(id -> kept.confirm(id, Objects.toString(change.getValue(), "")));
            if (listening) {
                save();
            }
        });
    }

    /** Shows another task. */
    void show(Task task) {
        status.setVisible(!task.group());
        plannedHours.setVisible(!task.group());
        base = task.details();
        // first, since what the fields are filled with is confirmed under this key
        kept.setKey("task." + task.id());
        quietly(() -> fields.forEach(field -> field.show(task.details())));
    }

    /** Puts back what was typed before the page was loaded again, and not sent. */
    private void restore(List<KeptText.Text> texts) {
        for (KeptText.Text text : texts) {
            if (title.getId().filter(text.id()::equals).isPresent()) {
                titleField.restore(text.shown(), text.typed());
            } else if (description.getId().filter(text.id()::equals).isPresent()) {
                descriptionField.restore(text.shown(), text.typed());
            } else if (plannedHours.getId().filter(text.id()::equals).isPresent()) {
                hoursField.restore(number(text.shown()), number(text.typed()));
            }
            // also if nothing was to be done, or it would be told again each time the task is selected
            kept.confirm(text.id(), text.typed());
        }
        mark();
    }

    private static @Nullable Double number(String text) {
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Shows what has become of the task; what the user is typing stays. */
    void follow(Task task) {
        if (saving) {
            latest = task;
        } else {
            quietly(() -> fields.forEach(field -> field.follow(task.details())));
        }
    }

    /** Whether a field contains a value that is not stored, or the user is in one of them and may be typing. */
    boolean isInUse() {
        return UnsavedText.isMarked(this) || fields.stream().anyMatch(TaskFormField::isFocused);
    }

    /** Stores nothing any more, so that the values can only be copied, until a task is shown or is there again. */
    void keepForCopying() {
        listening = false;
        fields.forEach(TaskFormField::keepForCopying);
        // what is being typed is not here yet
        UnsavedText.mark(this, true);
    }

    /** Puts the focus into the title and selects its text, so that typing replaces it. */
    void editTitle() {
        // a tab that has just been selected can be focused in the next frame only
        title.getElement()
                .executeJs(
                        "requestAnimationFrame(() => setTimeout(() => { this.focus(); this.inputElement?.select(); }))");
    }

    /**
     * Listens to Enter in the title, which is saved first.
     *
     * @param enter receives whether Ctrl was held; not called if the title cannot be saved
     */
    void listenToTitleKeys(Consumer<Boolean> enter) {
        TitleKeys.listen(title, (typed, control) -> {
            title.setValue(typed);
            if (!titleField.isUnsaved()) {
                enter.accept(control);
            }
        });
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

    private ConflictNotice notice(TaskField field, String nameKey) {
        return new ConflictNotice(
                "conflict" + field.name(),
                texts.get(nameKey),
                texts,
                () -> choose(field, TaskFormField::keepMine),
                () -> choose(field, TaskFormField::takeTheirs));
    }

    private void choose(TaskField name, Consumer<TaskFormField<?>> choice) {
        quietly(() -> fields.stream().filter(field -> field.name() == name).forEach(choice));
        save();
    }

    private void save() {
        TaskDetails shown = details(TaskFormField::shown);
        TaskDetails wanted = details(TaskFormField::wanted);
        // before saving: the mark must also stay if saving throws
        mark();
        if (wanted.equals(shown)) {
            return;
        }
        latest = null;
        saving = true;
        Optional<ChangeResult> result;
        try {
            result = saver.save(shown, wanted);
        } finally {
            saving = false;
        }
        result.ifPresentOrElse(
                done -> quietly(() -> settle(done.conflicts(), shown, wanted)),
                // what was read again because it was refused
                () -> Optional.ofNullable(latest).ifPresent(this::follow));
    }

    /** The details of the task, with what the fields have instead. */
    private TaskDetails details(Function<TaskFormField<?>, @Nullable Object> value) {
        TaskDetails details = base;
        for (TaskFormField<?> field : fields) {
            details = details.with(field.name(), value.apply(field));
        }
        return details;
    }

    /** Shows what is stored after a change, which need not be all that was wanted. */
    private void settle(List<FieldConflict> conflicts, TaskDetails shown, TaskDetails wanted) {
        Task stored = latest;
        TaskDetails now = stored == null ? wanted : stored.details();
        fields.forEach(field -> {
            if (conflicts.stream().anyMatch(conflict -> conflict.field() == field.name())) {
                field.refuse(now);
            } else if (field.differs(shown, wanted)) {
                field.saved(now);
            } else {
                field.follow(now);
            }
        });
    }

    /** While the fields are being filled, their change events must not save anything. */
    private void quietly(Runnable fill) {
        listening = false;
        fill.run();
        listening = true;
        mark();
    }

    private void mark() {
        UnsavedText.mark(this, fields.stream().anyMatch(TaskFormField::isUnsaved));
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.actions.TypeAhead;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.FieldConflict;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.shell.KeptText;
import io.graphtracker.shell.UnsavedText;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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

    private final Saver saver;
    private final KeptText kept = new KeptText(this::restore);
    private final TaskFields fields;
    private final OpenLink openLink;

    /** What the fields do not present is written as it was. */
    private TaskDetails base = new TaskDetails("", "", TaskStatus.PLANNED, null);

    private @Nullable Task latest;
    private boolean listening;
    private boolean saving;

    TaskForm(Texts texts, TaskSuggestions suggestions, Saver saver) {
        this.saver = saver;
        addClassName("task-form");
        fields = new TaskFields(texts, suggestions, this::choose);
        openLink = new OpenLink(texts);
        add(kept);
        addRow(fields.title);
        addRow(fields.status, fields.priority);
        addRow(fields.plannedHours, fields.actualHours);
        addRow(fields.assignee);
        addRow(fields.tags);
        addRow(fields.description);
        addRow(fields.link);
        add(openLink);
        fields.listen((field, value) -> {
            field.getId().ifPresent(id -> kept.confirm(id, Objects.toString(value, "")));
            if (listening) {
                save();
            }
        });
    }

    private void addRow(TaskFormField<?>... row) {
        Div components = new Div();
        components.addClassName("task-form-row");
        add(components);
        for (TaskFormField<?> field : row) {
            components.add(field.component());
            add(field.notice());
        }
    }

    /** Shows another task. */
    void show(Task task) {
        fields.ofTasksOnly().forEach(field -> field.component().setVisible(!task.group()));
        base = task.details();
        // first, since what the fields are filled with is confirmed under this key
        kept.setKey("task." + task.id());
        quietly(() -> fields.all().forEach(field -> field.show(task.details())));
        openLink.show(task.details().link());
    }

    /** Puts back what was typed before the page was loaded again, and not sent. */
    private void restore(List<KeptText.Text> texts) {
        for (KeptText.Text text : texts) {
            fields.typed().stream()
                    .filter(field ->
                            field.component().getId().filter(text.id()::equals).isPresent())
                    .forEach(field -> field.restore(text.shown(), text.typed()));
            // also if nothing was to be done, or it would be told again each time the task is selected
            kept.confirm(text.id(), text.typed());
        }
        mark();
    }

    /** Shows what has become of the task; what the user is typing stays. */
    void follow(Task task) {
        if (saving) {
            latest = task;
        } else {
            quietly(() -> fields.all().forEach(field -> field.follow(task.details())));
            openLink.show(task.details().link());
        }
    }

    /** Whether a field contains a value that is not stored, or the user is in one of them and may be typing. */
    boolean isInUse() {
        return UnsavedText.isMarked(this) || fields.all().stream().anyMatch(TaskFormField::isFocused);
    }

    /** Stores nothing any more, so that the values can only be copied, until a task is shown or is there again. */
    void keepForCopying() {
        listening = false;
        fields.all().forEach(TaskFormField::keepForCopying);
        // what is being typed is not here yet
        UnsavedText.mark(this, true);
    }

    /** Puts the focus into the title and selects its text, so that typing replaces it. */
    void editTitle() {
        TypeAhead.focus(fields.titleInput());
    }

    /**
     * Listens to Enter in the title and in the planned hours, which are saved first.
     *
     * @param enter receives whether Ctrl was held; not called if the field cannot be saved
     */
    void listenToTitleKeys(Consumer<Boolean> enter) {
        for (TaskFormField<String> field : List.of(fields.title, fields.plannedHours)) {
            TitleKeys.listen((TextField) field.component(), control -> {
                if (!field.isUnsaved()) {
                    enter.accept(control);
                }
            });
        }
    }

    private void choose(TaskField name, Consumer<TaskFormField<?>> choice) {
        quietly(() ->
                fields.all().stream().filter(field -> field.name() == name).forEach(choice));
        save();
    }

    private void save() {
        TaskDetails shown = details(TaskFormField::putShown);
        TaskDetails wanted = details(TaskFormField::putWanted);
        // before saving: the mark must also stay if saving throws
        mark();
        if (wanted.equals(shown)) {
            quietly(() -> fields.all().forEach(TaskFormField::saveNothing));
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

    private TaskDetails details(BiFunction<TaskFormField<?>, TaskDetails, TaskDetails> put) {
        TaskDetails details = base;
        for (TaskFormField<?> field : fields.all()) {
            details = put.apply(field, details);
        }
        return details;
    }

    /** Shows what is stored after a change, which need not be all that was wanted. */
    private void settle(List<FieldConflict> conflicts, TaskDetails shown, TaskDetails wanted) {
        Task stored = latest;
        TaskDetails now = stored == null ? wanted : stored.details();
        fields.all().forEach(field -> {
            if (conflicts.stream().anyMatch(conflict -> conflict.field() == field.name())) {
                field.refuse(now);
            } else if (field.differs(shown, wanted)) {
                field.saved(now);
            } else {
                field.follow(now);
            }
        });
        openLink.show(now.link());
    }

    /** While the fields are being filled, their change events must not save anything. */
    private void quietly(Runnable fill) {
        listening = false;
        fill.run();
        listening = true;
        mark();
    }

    private void mark() {
        UnsavedText.mark(this, fields.all().stream().anyMatch(TaskFormField::isUnsaved));
    }
}

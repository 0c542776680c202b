package io.graphtracker.project.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.data.binder.Binder;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of the task form. It knows the value that the user was shown, which what they type is a change of, and the
 * value that is stored, which somebody else may have changed since.
 *
 * @param <V> the type of its value
 */
final class TaskFormField<V> {

    /**
     * How a field presents a detail of a task.
     *
     * @param read the value of the field for details of a task
     * @param write the details with the value of the field instead; called with valid values only
     * @param text shows a value to the user
     */
    record Presentation<V>(
            TaskField name,
            Function<TaskDetails, @Nullable V> read,
            BiFunction<TaskDetails, @Nullable V, TaskDetails> write,
            Function<V, String> text) {

        /** Of a field whose value is the detail itself. */
        static <V> Presentation<V> of(
                TaskField name, Function<TaskDetails, @Nullable V> read, Function<V, String> text) {
            return new Presentation<>(name, read, (details, value) -> details.with(name, value), text);
        }
    }

    private final AbstractField<?, V> field;
    private final Presentation<V> presentation;
    private final Binder.Binding<TaskDetails, V> binding;
    private final ConflictNotice notice;
    private @Nullable V shown;
    private @Nullable V stored;
    private boolean focused;
    private boolean conflicting;
    private boolean onlyForCopying;

    <F extends AbstractField<F, V> & FocusNotifier<F> & BlurNotifier<F>> TaskFormField(
            F field, Presentation<V> presentation, Binder.Binding<TaskDetails, V> binding, ConflictNotice notice) {
        this.field = field;
        this.presentation = presentation;
        this.binding = binding;
        this.notice = notice;
        field.addFocusListener(focus -> focused = true);
        field.addBlurListener(blur -> leave());
    }

    TaskField name() {
        return presentation.name();
    }

    /** The details with the value that the user was shown. */
    TaskDetails putShown(TaskDetails details) {
        return presentation.write().apply(details, shown);
    }

    /** The details with the value to store: that of the field, unless it is not valid, or waits for a choice. */
    TaskDetails putWanted(TaskDetails details) {
        boolean usable = !conflicting && !binding.validate(false).isError();
        return presentation.write().apply(details, usable ? field.getValue() : shown);
    }

    /** Shows another task. */
    void show(TaskDetails details) {
        stored = presentation.read().apply(details);
        shown = stored;
        focused = false;
        letEdit();
        settle();
        binding.read(details);
    }

    /** Takes a stored value into account; what the user is typing stays. */
    void follow(TaskDetails details) {
        letEdit();
        V now = presentation.read().apply(details);
        if (Objects.equals(now, stored)) {
            return;
        }
        stored = now;
        if (Objects.equals(now, field.getValue())) {
            shown = now;
            settle();
        } else if (conflicting || isTyped()) {
            conflict();
        } else if (!focused) {
            accept();
        }
    }

    /** Takes what has just been stored from this field, for example without blanks at its ends. */
    void saved(TaskDetails details) {
        stored = presentation.read().apply(details);
        accept();
    }

    /** Shows what is stored if something else was typed that means the same, for example 6,50 for 6.5. */
    void saveNothing() {
        if (isTyped() && !conflicting && !binding.validate(false).isError()) {
            accept();
        }
    }

    /** Offers the user a choice between what is in the field and what is stored. */
    void refuse(TaskDetails details) {
        stored = presentation.read().apply(details);
        conflict();
    }

    /** Whether the values for this field differ. */
    boolean differs(TaskDetails one, TaskDetails other) {
        return !Objects.equals(
                presentation.read().apply(one), presentation.read().apply(other));
    }

    /** Puts text into the field that was typed before the page was loaded again, as a change of what was shown then. */
    void restore(@Nullable V shownThen, @Nullable V typed) {
        if (Objects.equals(typed, stored)) {
            return;
        }
        if (Objects.equals(shownThen, stored)) {
            fill(typed);
        } else {
            conflicting = true;
            fill(typed);
            conflict();
        }
    }

    /** Writes the field over what is stored now. */
    void keepMine() {
        shown = stored;
        settle();
        focus();
    }

    /** Shows what is stored now, in place of what was typed. */
    void takeTheirs() {
        accept();
        focus();
    }

    /** The button that was pressed has disappeared. */
    private void focus() {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** Whether it contains something that is not stored. */
    boolean isUnsaved() {
        return conflicting || isTyped();
    }

    /** Whether the user is in it. */
    boolean isFocused() {
        return focused;
    }

    /**
     * Makes it read-only, once the user has left it: a field that is read-only refuses what arrives from the browser, which
     * is what was typed there before.
     */
    void keepForCopying() {
        onlyForCopying = true;
        if (!focused) {
            field.setReadOnly(true);
        }
    }

    Component component() {
        return field;
    }

    Component notice() {
        return notice;
    }

    private void letEdit() {
        if (onlyForCopying) {
            onlyForCopying = false;
            field.setReadOnly(false);
        }
    }

    private void leave() {
        focused = false;
        if (onlyForCopying) {
            field.setReadOnly(true);
        }
        // stored on another page while the user was here, but typed nothing
        if (!isUnsaved() && !Objects.equals(shown, stored)) {
            accept();
        }
    }

    private boolean isTyped() {
        return !Objects.equals(field.getValue(), shown == null ? field.getEmptyValue() : shown);
    }

    private void conflict() {
        conflicting = true;
        notice.show(stored == null ? "" : presentation.text().apply(stored));
    }

    private void settle() {
        conflicting = false;
        notice.hide();
    }

    private void accept() {
        shown = stored;
        settle();
        fill(stored);
    }

    private void fill(@Nullable V value) {
        field.setValue(value == null ? field.getEmptyValue() : value);
    }
}

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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of the task form. It knows the value that the user was shown, which what they type is a change of, and the
 * value that is stored, which somebody else may have changed since.
 *
 * @param <V> the type of its value
 */
final class TaskFormField<V> {

    private final TaskField name;
    private final AbstractField<?, V> field;
    private final Function<TaskDetails, @Nullable V> part;
    private final Function<V, String> text;
    private final Binder.Binding<TaskDetails, V> binding;
    private final ConflictNotice notice;
    private @Nullable V shown;
    private @Nullable V stored;
    private boolean focused;
    private boolean conflicting;
    private boolean onlyForCopying;

    /**
     * @param part reads the value of the field from the details of a task
     * @param text shows a value to the user
     */
    <F extends AbstractField<F, V> & FocusNotifier<F> & BlurNotifier<F>> TaskFormField(
            TaskField name,
            F field,
            Function<TaskDetails, @Nullable V> part,
            Function<V, String> text,
            Binder.Binding<TaskDetails, V> binding,
            ConflictNotice notice) {
        this.name = name;
        this.field = field;
        this.part = part;
        this.text = text;
        this.binding = binding;
        this.notice = notice;
        field.addFocusListener(focus -> focused = true);
        field.addBlurListener(blur -> leave());
    }

    TaskField name() {
        return name;
    }

    /** Shows another task. */
    void show(TaskDetails details) {
        stored = part.apply(details);
        shown = stored;
        focused = false;
        letEdit();
        settle();
        binding.read(details);
    }

    /** Takes a stored value into account; what the user is typing stays. */
    void follow(TaskDetails details) {
        letEdit();
        V now = part.apply(details);
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
        stored = part.apply(details);
        accept();
    }

    /** Offers the user a choice between what is in the field and what is stored. */
    void refuse(TaskDetails details) {
        stored = part.apply(details);
        conflict();
    }

    /** Whether the values for this field differ. */
    boolean differs(TaskDetails one, TaskDetails other) {
        return !Objects.equals(part.apply(one), part.apply(other));
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
    }

    /** Shows what is stored now, in place of what was typed. */
    void takeTheirs() {
        accept();
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** The value that the user was shown. */
    @Nullable
    V shown() {
        return shown;
    }

    /** The value to store: that of the field, unless it is not valid, or waits for a choice. */
    @Nullable
    V wanted() {
        return conflicting || binding.validate(false).isError() ? shown : field.getValue();
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
        notice.show(stored == null ? "" : text.apply(stored));
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

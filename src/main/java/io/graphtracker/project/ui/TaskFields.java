package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.Rules;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.ui.TaskFormField.Presentation;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of the task form, each with its label, its rules and its place for a conflict. */
final class TaskFields {

    /** Answers a choice between two values of a field. */
    @FunctionalInterface
    interface Chooser {
        void choose(TaskField field, Consumer<TaskFormField<?>> choice);
    }

    private final Texts texts;
    private final Chooser chooser;
    private final Binder<TaskDetails> binder = new Binder<>(TaskDetails.class);
    private final TextField titleInput = new TextField();
    final TaskFormField<String> title;
    final TaskFormField<String> description;
    final TaskFormField<TaskStatus> status;
    final TaskFormField<TaskPriority> priority;
    final TaskFormField<String> plannedHours;
    final TaskFormField<String> actualHours;
    final TaskFormField<String> assignee;
    final TaskFormField<Set<String>> tags;
    final TaskFormField<String> link;

    TaskFields(Texts texts, TaskSuggestions suggestions, Chooser chooser) {
        this.texts = texts;
        this.chooser = chooser;
        title = title();
        description = description();
        status = status();
        priority = priority();
        plannedHours = hours(
                TaskField.PLANNED_HOURS,
                "taskPlannedHours",
                "task.planned-hours",
                TaskDetails::plannedHours,
                Rules::plannedHours);
        actualHours = hours(
                TaskField.ACTUAL_HOURS,
                "taskActualHours",
                "task.actual-hours",
                TaskDetails::actualHours,
                Rules::actualHours);
        assignee = assignee(suggestions);
        tags = tags(suggestions);
        link = link();
    }

    /** All fields, in their order. */
    List<TaskFormField<?>> all() {
        return List.of(title, description, status, priority, plannedHours, actualHours, assignee, tags, link);
    }

    /** Those that text is typed into, which the browser keeps until it is saved. */
    List<TaskFormField<String>> typed() {
        return List.of(title, description, plannedHours, actualHours, link);
    }

    /** Those that only tasks have, and groups do not. */
    List<TaskFormField<?>> ofTasksOnly() {
        return List.of(status, priority, plannedHours, actualHours, assignee);
    }

    TextField titleInput() {
        return titleInput;
    }

    /** @param listener receives the field and its value */
    void listen(BiConsumer<Component, @Nullable Object> listener) {
        binder.addValueChangeListener(change -> listener.accept((Component) change.getHasValue(), change.getValue()));
    }

    private TaskFormField<String> title() {
        titleInput.setLabel(texts.get("task.title"));
        titleInput.setId("taskTitle");
        titleInput.setMaxLength(Rules.MAX_NAME);
        // fields check their own limits before the binder does, by default without a message
        titleInput.setI18n(new TextField.TextFieldI18n()
                .setMaxLengthErrorMessage(texts.get("project.error.title-too-long", Rules.MAX_NAME)));
        String blank = texts.get("project.error.title-blank");
        return new TaskFormField<>(
                titleInput,
                Presentation.of(TaskField.TITLE, TaskDetails::title, Function.identity()),
                binder.forField(titleInput)
                        .asRequired(blank)
                        .withValidator(value -> !value.isBlank(), blank)
                        .bind(TaskDetails::title, TaskFields::keep),
                notice(TaskField.TITLE, "task.title"));
    }

    private TaskFormField<String> description() {
        TextArea input = new TextArea(texts.get("task.description"));
        input.setId("taskDescription");
        input.setMaxLength(Rules.MAX_DESCRIPTION);
        input.setMinRows(3);
        input.setMaxRows(10);
        input.setI18n(new TextArea.TextAreaI18n()
                .setMaxLengthErrorMessage(texts.get("project.error.description-too-long", Rules.MAX_DESCRIPTION)));
        return new TaskFormField<>(
                input,
                Presentation.of(TaskField.DESCRIPTION, TaskDetails::description, Function.identity()),
                binder.forField(input).bind(TaskDetails::description, TaskFields::keep),
                notice(TaskField.DESCRIPTION, "task.description"));
    }

    private TaskFormField<TaskStatus> status() {
        Select<TaskStatus> input = select("taskStatus", "task.status", TaskStatus.values());
        input.setRenderer(new ComponentRenderer<>(value -> new StatusMark(value, texts)));
        return new TaskFormField<>(
                input,
                Presentation.of(TaskField.STATUS, TaskDetails::status, value -> TaskFieldTexts.value(value, texts)),
                binder.forField(input).bind(TaskDetails::status, TaskFields::keep),
                notice(TaskField.STATUS, "task.status"));
    }

    private TaskFormField<TaskPriority> priority() {
        Select<TaskPriority> input = select("taskPriority", "task.priority", TaskPriority.values());
        input.setItemLabelGenerator(value -> texts.get(value.textKey()));
        return new TaskFormField<>(
                input,
                Presentation.of(TaskField.PRIORITY, TaskDetails::priority, value -> TaskFieldTexts.value(value, texts)),
                binder.forField(input).bind(TaskDetails::priority, TaskFields::keep),
                notice(TaskField.PRIORITY, "task.priority"));
    }

    private <T> Select<T> select(String id, String textKey, T[] items) {
        Select<T> input = new Select<>();
        input.setLabel(texts.get(textKey));
        input.setId(id);
        input.setItems(items);
        // the list that opens is not labelled by the field
        input.getElement()
                .getChildren()
                .filter(child -> child.getTag().equals("vaadin-select-list-box"))
                .forEach(list -> list.setAttribute("aria-label", texts.get(textKey)));
        return input;
    }

    private TaskFormField<String> hours(
            TaskField name,
            String id,
            String textKey,
            Function<TaskDetails, @Nullable Double> reader,
            Consumer<@Nullable Double> rule) {
        TextField input = new TextField(texts.get(textKey));
        input.setId(id);
        input.getElement().setAttribute("inputmode", "decimal");
        Function<TaskDetails, @Nullable String> read = details -> HoursText.of(reader.apply(details));
        return new TaskFormField<>(
                input,
                new Presentation<>(
                        name,
                        read,
                        (details, value) -> details.with(name, HoursText.parse(Objects.requireNonNullElse(value, ""))),
                        Function.identity()),
                binder.forField(input)
                        .withValidator(rule(value -> rule.accept(HoursText.parse(value))))
                        .bind(read::apply, TaskFields::keep),
                notice(name, textKey));
    }

    private TaskFormField<String> assignee(TaskSuggestions suggestions) {
        ComboBox<String> input = new ComboBox<>(texts.get("task.assignee"));
        input.setId("taskAssignee");
        input.setAllowCustomValue(true);
        input.setClearButtonVisible(true);
        input.setPlaceholder(texts.get("task.assignee.none"));
        suggestions.ofAssignees(input);
        input.addCustomValueSetListener(
                typed -> input.setValue(typed.getDetail().strip()));
        return new TaskFormField<>(
                input,
                Presentation.of(TaskField.ASSIGNEE, TaskDetails::assignee, Function.identity()),
                binder.forField(input)
                        .withValidator(rule(Rules::assignee))
                        .bind(TaskDetails::assignee, TaskFields::keep),
                notice(TaskField.ASSIGNEE, "task.assignee"));
    }

    private TaskFormField<Set<String>> tags(TaskSuggestions suggestions) {
        TagField input = new TagField(suggestions);
        input.setLabel(texts.get("task.tags"));
        input.setId("taskTags");
        return new TaskFormField<>(
                input,
                Presentation.of(TaskField.TAGS, TaskDetails::tags, value -> TaskFieldTexts.value(value, texts)),
                binder.forField(input).withValidator(rule(Rules::tags)).bind(TaskDetails::tags, TaskFields::keep),
                notice(TaskField.TAGS, "task.tags"));
    }

    private TaskFormField<String> link() {
        TextField input = new TextField(texts.get("task.link"));
        input.setId("taskLink");
        input.setPlaceholder("https://");
        input.getElement().setAttribute("inputmode", "url");
        Function<TaskDetails, @Nullable String> read = details -> Objects.requireNonNullElse(details.link(), "");
        return new TaskFormField<>(
                input,
                Presentation.of(TaskField.LINK, read, Function.identity()),
                binder.forField(input).withValidator(rule(Rules::link)).bind(read::apply, TaskFields::keep),
                notice(TaskField.LINK, "task.link"));
    }

    /** Details are written by {@link TaskFormField}, one by one. */
    private static void keep(TaskDetails details, Object value) {}

    /** Says what a rule of the project refuses. */
    private <V> Validator<V> rule(Consumer<V> rule) {
        return (value, context) -> {
            try {
                rule.accept(value);
                return ValidationResult.ok();
            } catch (ProjectException e) {
                return ValidationResult.error(texts.get(e.messageKey(), e.arguments()));
            }
        };
    }

    private ConflictNotice notice(TaskField field, String nameKey) {
        return new ConflictNotice(
                "conflict" + field.name(),
                texts.get(nameKey),
                texts,
                () -> chooser.choose(field, TaskFormField::keepMine),
                () -> chooser.choose(field, TaskFormField::takeTheirs));
    }
}

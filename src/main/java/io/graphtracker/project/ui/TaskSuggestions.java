package io.graphtracker.project.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.graphtracker.project.GraphDetails;
import io.graphtracker.project.TaskFilter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What fields of tasks suggest: what other tasks of the project have there. It is read when a list opens. */
record TaskSuggestions(GraphDetails details, UUID projectId) {

    /** Lets a field suggest names of people. */
    void ofAssignees(ComboBoxBase<?, String, ?> field) {
        suggest(field, () -> details.assignees(projectId));
    }

    /** The same, behind {@link TaskFilter#NOBODY}, by the name that it has here. */
    void ofAssigneesOr(String nobody, MultiSelectComboBox<String> field) {
        field.setItemLabelGenerator(name -> name.equals(TaskFilter.NOBODY) ? nobody : name);
        suggest(
                field,
                () -> Stream.concat(Stream.of(TaskFilter.NOBODY), details.assignees(projectId).stream())
                        .toList(),
                field.getItemLabelGenerator());
    }

    /** Lets a field suggest tags. */
    void ofTags(ComboBoxBase<?, String, ?> field) {
        suggest(field, this::tags);
    }

    List<String> tags() {
        return details.tags(projectId);
    }

    private static void suggest(ComboBoxBase<?, String, ?> field, Supplier<List<String>> all) {
        suggest(field, all, item -> item);
    }

    private static void suggest(
            ComboBoxBase<?, String, ?> field, Supplier<List<String>> all, ItemLabelGenerator<String> label) {
        field.setItems(query -> {
            String part = query.getFilter().orElse("").strip().toLowerCase(Locale.ROOT);
            return all.get().stream()
                    .filter(item -> label.apply(item).toLowerCase(Locale.ROOT).contains(part))
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
    }
}

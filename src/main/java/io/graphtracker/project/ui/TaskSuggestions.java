package io.graphtracker.project.ui;

import com.vaadin.flow.component.combobox.ComboBoxBase;
import io.graphtracker.project.GraphDetails;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** What fields of tasks suggest: what other tasks of the project have there. It is read when a list opens. */
record TaskSuggestions(GraphDetails details, UUID projectId) {

    /** Lets a field suggest names of people. */
    void ofAssignees(ComboBoxBase<?, String, ?> field) {
        suggest(field, () -> details.assignees(projectId));
    }

    /** Lets a field suggest tags. */
    void ofTags(ComboBoxBase<?, String, ?> field) {
        suggest(field, this::tags);
    }

    List<String> tags() {
        return details.tags(projectId);
    }

    private static void suggest(ComboBoxBase<?, String, ?> field, Supplier<List<String>> all) {
        field.setItems(query -> {
            String part = query.getFilter().orElse("").strip().toLowerCase(Locale.ROOT);
            return all.get().stream()
                    .filter(item -> item.toLowerCase(Locale.ROOT).contains(part))
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
    }
}

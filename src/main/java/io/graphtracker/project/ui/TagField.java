package io.graphtracker.project.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.graphtracker.project.Rules;
import io.graphtracker.project.TaskTags;
import java.util.ArrayList;
import java.util.List;

/** The tags of a task: those of the project are suggested, and new ones can be typed, also several with commas. */
class TagField extends MultiSelectComboBox<String> {

    private final TaskSuggestions suggestions;

    TagField(TaskSuggestions suggestions) {
        this.suggestions = suggestions;
        suggestions.ofTags(this);
        setAllowCustomValue(true);
        setAutoExpand(AutoExpandMode.VERTICAL);
        addCustomValueSetListener(typed -> add(typed.getDetail()));
    }

    private void add(String typed) {
        List<String> tags = new ArrayList<>(getValue());
        List<String> known = suggestions.tags();
        // one more than a task may have is refused
        TaskTags.parse(typed).stream()
                .limit(Rules.MAX_TAGS + 1)
                .map(tag -> asElsewhere(tag, known))
                .forEach(tags::add);
        setValue(TaskTags.merge(tags));
    }

    /** The spelling that the project has already: tags that differ only in case would be filtered apart. */
    private static String asElsewhere(String tag, List<String> known) {
        return known.stream().filter(tag::equalsIgnoreCase).findFirst().orElse(tag);
    }
}

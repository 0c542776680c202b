package io.graphtracker.project.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import io.graphtracker.project.FoundTask;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.function.Function;

/** Chooses a task by its title, or by a part of it. */
class TaskChooser extends ComboBox<FoundTask> {

    /** How long typing pauses before tasks are looked up. */
    private static final int PAUSE_MILLIS = 120;

    private final Function<String, List<FoundTask>> search;
    private final Texts texts;

    /** @param search finds tasks by a part of their titles; all tasks if it is blank */
    TaskChooser(String id, String label, Function<String, List<FoundTask>> search, Texts texts) {
        super(label);
        this.search = search;
        this.texts = texts;
        setId(id);
        setWidthFull();
        setItemLabelGenerator(this::describe);
        setItems(query -> search.apply(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        setFilterTimeout(PAUSE_MILLIS);
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> choose(typed.getDetail()));
        addValueChangeListener(change -> setInvalid(false));
    }

    /** Says what is wrong with the choice. */
    void refuse(String problem) {
        setErrorMessage(problem);
        setInvalid(true);
    }

    /** Accepts a part of a title if exactly one task contains it. */
    private void choose(String typed) {
        List<FoundTask> matches = search.apply(typed);
        if (matches.size() == 1) {
            setValue(matches.getFirst());
        } else {
            setValue(null);
            refuse(texts.get(matches.isEmpty() ? "connect.no-match" : "connect.several-matches", typed));
        }
    }

    /** Titles are not unique; a title that occurs twice is shown with its group. */
    private String describe(FoundTask task) {
        return task.groupTitle() == null
                ? task.title()
                : texts.get("connect.task-in-group", task.title(), task.groupTitle());
    }
}

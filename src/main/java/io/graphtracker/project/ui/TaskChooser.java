package io.graphtracker.project.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import io.graphtracker.project.FoundTask;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Chooses a task by its title, or by a part of it. */
class TaskChooser extends ComboBox<FoundTask> {

    /** How long typing pauses before tasks are looked up. */
    private static final int PAUSE_MILLIS = 120;

    private final Function<String, List<FoundTask>> search;
    private final Texts texts;
    private boolean refused;

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
        addValueChangeListener(change -> {
            setInvalid(false);
            refused = false;
        });
    }

    /** Says what is wrong with the choice. */
    void refuse(String problem) {
        setErrorMessage(problem);
        setInvalid(true);
        refused = true;
    }

    /** Whether it has said what is wrong with what was typed. */
    boolean isRefused() {
        return refused;
    }

    /** Accepts a title, or a part of one, that means one task; otherwise what was typed stays, to be typed on. */
    private void choose(String typed) {
        List<FoundTask> matches = search.apply(typed);
        Optional<FoundTask> meant = meant(matches, typed.strip());
        if (meant.isPresent()) {
            setValue(meant.get());
        } else {
            setValue(null);
            getElement().executeJs("this.inputElement.value = $0", typed);
            refuse(texts.get(
                    matches.isEmpty() ? "connect.no-match" : "connect.several-matches", typed, matches.size()));
        }
    }

    /** The only match, or else the only one with just this title, or else the only one that begins with it. */
    private static Optional<FoundTask> meant(List<FoundTask> matches, String typed) {
        return Stream.<Predicate<FoundTask>>of(
                        match -> true,
                        match -> match.title().equalsIgnoreCase(typed),
                        match -> match.title().regionMatches(true, 0, typed, 0, typed.length()))
                .map(condition -> matches.stream().filter(condition).toList())
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .findFirst();
    }

    /** Titles are not unique; a title that occurs twice is shown with its group. */
    private String describe(FoundTask task) {
        return task.groupTitle() == null
                ? task.title()
                : texts.get("connect.task-in-group", task.title(), task.groupTitle());
    }
}

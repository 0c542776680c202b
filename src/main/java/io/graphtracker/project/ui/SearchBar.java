package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.graphtracker.actions.IconButton;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.FoundTask;
import io.graphtracker.project.TaskSearch;
import io.graphtracker.texts.Texts;
import java.util.List;

/**
 * Finds tasks by their titles. The first one is selected and centred while its title is being typed; Enter goes to the
 * next. It stands beside the graph and not in it, where single letters are shortcuts.
 */
class SearchBar extends Div {

    /** The attribute of an open bar; it is hidden by style, since what is not visible here cannot be shown there. */
    static final String OPEN = "data-open";

    private static final int PAUSE_MILLIS = 120;

    private final GraphModel graph;
    private final TaskSearch search;
    private final Feedback feedback;
    private final Texts texts;
    private final Runnable afterClose;
    private final TextField field = new TextField();
    private final Span result = new Span();
    private List<FoundTask> found = List.of();
    private int shown;
    private boolean justFound;

    /** @param afterClose moves the focus when the bar, and the focus with it, disappears */
    SearchBar(GraphModel graph, TaskSearch search, Feedback feedback, Texts texts, Runnable afterClose) {
        this.graph = graph;
        this.search = search;
        this.feedback = feedback;
        this.texts = texts;
        this.afterClose = afterClose;
        addClassName("search-bar");
        show(false);
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", texts.get("search.name"));
        result.setId("searchResult");
        result.addClassName("search-result");
        prepareField();
        add(
                field,
                result,
                button("btnSearchPrevious", VaadinIcon.ANGLE_UP, "search.previous", () -> step(-1)),
                button("btnSearchNext", VaadinIcon.ANGLE_DOWN, "search.next", () -> step(1)),
                button("btnSearchClose", VaadinIcon.CLOSE_SMALL, "search.close", this::close));
    }

    /** Shows the bar with what was searched last, selected, so that typing replaces it. */
    void open() {
        show(true);
        field.focus();
    }

    /**
     * Lets the slash open the bar without asking the server, too: what is typed right after it would otherwise arrive in
     * the graph, where single letters are shortcuts.
     */
    void openAtOnceFrom(Component graph) {
        getElement()
                .executeJs(
                        "$0.addEventListener('keydown', event => {"
                                + "if (event.key === '/' && !event.ctrlKey && !event.altKey && !event.metaKey) {"
                                + "event.preventDefault(); this.setAttribute($1, ''); $2.focus(); } }, {capture: true})",
                        graph,
                        OPEN,
                        field);
    }

    private void show(boolean open) {
        getElement().setAttribute(OPEN, open);
    }

    private void close() {
        show(false);
        // the browser may have opened it by itself, of which the server knows only the attribute that it set before
        getElement().executeJs("this.removeAttribute($0)", OPEN);
        afterClose.run();
    }

    private void prepareField() {
        field.setId("searchField");
        field.setAriaLabel(texts.get("search.field"));
        field.setAutoselect(true);
        field.setPlaceholder(texts.get("search.field"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(change -> find(change.getValue()));
        field.addKeyDownListener(Key.ENTER, enter -> {
            // what was typed just before arrives together with Enter, and its first match has not been seen yet
            if (!justFound) {
                step(1);
            }
        });
        field.addKeyDownListener(Key.ENTER, enter -> step(-1), KeyModifier.SHIFT);
        field.addKeyDownListener(Key.ESCAPE, escape -> close());
    }

    private Button button(String id, VaadinIcon icon, String textKey, Runnable action) {
        return new IconButton(id, icon, texts.get(textKey), action);
    }

    private void find(String text) {
        found = text.isBlank() ? List.of() : search.tasksAndGroups(graph.projectId(), text);
        shown = 0;
        justFound = true;
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> justFound = false));
        if (text.isBlank()) {
            result.setText("");
        } else {
            show();
        }
    }

    private void step(int by) {
        if (!found.isEmpty()) {
            shown = Math.floorMod(shown + by, found.size());
            show();
        }
    }

    private void show() {
        if (found.isEmpty()) {
            result.setText(texts.get("search.none"));
            feedback.announce(texts.get("search.none"));
            return;
        }
        FoundTask task = found.get(shown);
        graph.select(task.id());
        graph.reveal();
        result.setText(texts.get("search.result", shown + 1, found.size()));
        feedback.announce(texts.get("search.result.spoken", task.title(), shown + 1, found.size()));
    }
}

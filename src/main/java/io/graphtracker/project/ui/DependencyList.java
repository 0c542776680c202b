package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The tasks at the other end of a task's dependencies, in one direction; each has a button that removes the
 * dependency.
 */
class DependencyList extends Section {

    /** A dependency and the task at its other end. */
    record Entry(UUID dependencyId, UUID taskId, String title) {}

    private final String textKey;
    private final H3 heading;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none;
    private final Texts texts;
    private final Consumer<UUID> open;
    private final Consumer<UUID> remove;
    private final DependencyAdder adder;
    private Set<UUID> shown = Set.of();

    /**
     * @param textKey the key of the heading; {@code .none} and {@code .remove} below it are the keys of the other
     *     texts
     */
    DependencyList(String textKey, Texts texts, Consumer<UUID> open, Consumer<UUID> remove, DependencyAdder adder) {
        this.textKey = textKey;
        this.texts = texts;
        this.open = open;
        this.remove = remove;
        this.adder = adder;
        this.heading = new H3(texts.get(textKey));
        this.none = new Paragraph(texts.get(textKey + ".none"));
        this.none.addClassName("secondary");
        heading.getElement().setAttribute("tabindex", "-1");
        list.addClassName("dependency-list");
        addClassName("dependencies");
        Div header = new Div(heading, adder.opener());
        header.addClassName("task-header");
        add(header, list, this.none, adder);
    }

    /** Hides the field for another dependency. */
    void closeAdder() {
        adder.close();
    }

    void show(List<Entry> entries) {
        shown = entries.stream().map(Entry::taskId).collect(Collectors.toSet());
        list.removeAll();
        entries.forEach(entry -> list.add(row(entry)));
        list.setVisible(!entries.isEmpty());
        none.setVisible(entries.isEmpty());
    }

    /** Whether a task is in the list. */
    boolean names(UUID taskId) {
        return shown.contains(taskId);
    }

    /** The button that was pressed no longer exists; without this the focus would fall back to the top of the page. */
    private void focusHeading() {
        heading.getElement().callJsFunction("focus");
    }

    private ListItem row(Entry entry) {
        String title = entry.title();
        Button task = new Button(title, click -> {
            open.accept(entry.taskId());
            focusHeading();
        });
        task.addThemeVariants(ButtonVariant.TERTIARY);
        task.addClassName("dependency-task");
        Button removal = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            remove.accept(entry.dependencyId());
            focusHeading();
        });
        removal.addThemeVariants(ButtonVariant.TERTIARY);
        removal.setAriaLabel(texts.get(textKey + ".remove", title));
        removal.setTooltipText(texts.get(textKey + ".remove", title));
        return new ListItem(task, removal);
    }
}

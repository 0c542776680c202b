package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Shows what can be done to several selected tasks together. */
class SelectionEditor extends Div {

    /** How many titles are listed. */
    private static final int NAMED = 10;

    private final GraphModel graph;
    private final Texts texts;
    private final H2 heading = new H2();
    private final UnorderedList titles = new UnorderedList();
    private final GroupChoice group;

    SelectionEditor(GraphModel graph, GraphEditor editor, Texts texts, Runnable deleteSelected) {
        this.graph = graph;
        this.texts = texts;
        addClassName("task-editor");
        heading.setId("selectionHeading");
        titles.addClassName("selected-titles");
        group = new GroupChoice("selectionGroup", graph, editor, texts);
        Button delete =
                new Button(texts.get("selection.delete"), VaadinIcon.TRASH.create(), click -> deleteSelected.run());
        delete.setId("btnDeleteSelection");
        delete.addThemeVariants(ButtonVariant.ERROR);
        add(heading, titles, group, new MoveButtons(texts, new SelectionMover(graph, editor)), delete);
    }

    void show(Set<UUID> selection) {
        heading.setText(texts.get("selection.heading", selection.size()));
        titles.removeAll();
        group.show(graph.findAll(selection));
        List<String> all = graph.details()
                .titles(graph.projectId(), selection.stream().limit(NAMED).toList());
        all.forEach(title -> {
            ListItem item = new ListItem(title);
            item.getElement().setAttribute("dir", "auto");
            titles.add(item);
        });
        if (selection.size() > NAMED) {
            titles.add(new ListItem(texts.get("selection.more", selection.size() - NAMED)));
        }
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.project.DependencyEnds;
import io.graphtracker.texts.Texts;
import java.util.UUID;
import java.util.function.Consumer;

/** Shows a selected dependency: its two ends, which can be selected, and a button that removes it. */
class DependencyEditor extends Div {

    private final Consumer<UUID> open;
    private final Texts texts;
    private final Div ends = new Div();

    /** @param open selects a task */
    DependencyEditor(Texts texts, Consumer<UUID> open, Runnable deleteSelected) {
        this.open = open;
        this.texts = texts;
        addClassName("task-editor");
        ends.addClassName("dependency-ends");
        Button delete =
                new Button(texts.get("dependency.delete"), VaadinIcon.TRASH.create(), click -> deleteSelected.run());
        delete.setId("btnDeleteEdge");
        delete.addThemeVariants(ButtonVariant.ERROR);
        add(new H2(texts.get("dependency.heading")), ends, delete);
    }

    void show(DependencyEnds dependency) {
        ends.removeAll();
        ends.add(
                end("connect.from", "dependencySource", dependency.sourceId(), dependency.sourceTitle()),
                end("connect.to", "dependencyTarget", dependency.targetId(), dependency.targetTitle()));
    }

    private Section end(String textKey, String id, UUID taskId, String title) {
        Button task = new Button(title, click -> open.accept(taskId));
        task.setId(id);
        task.addThemeVariants(ButtonVariant.TERTIARY);
        task.addClassName("dependency-task");
        return new Section(new H3(texts.get(textKey)), task);
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.project.FoundTask;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Adds dependencies of a task, one after the other, by the titles of the tasks at their other ends. */
class DependencyAdder extends Div {

    private final Button opener;
    private final TaskChooser chooser;
    private final Function<UUID, Optional<String>> connect;

    /**
     * @param textKey {@code .add} below it is the name of the button, {@code .task} that of the field
     * @param search finds the tasks that can be chosen
     * @param connect adds the dependency, and returns why it cannot, if so
     */
    DependencyAdder(
            String textKey,
            String id,
            Function<String, List<FoundTask>> search,
            Function<UUID, Optional<String>> connect,
            Texts texts) {
        this.connect = connect;
        chooser = new TaskChooser(id, texts.get(textKey + ".task"), search, texts);
        chooser.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                connect(change.getValue());
            }
        });
        opener = new Button(texts.get("task.dependency.add"), VaadinIcon.PLUS.create(), click -> toggle());
        opener.setId(id + "Add");
        opener.addThemeVariants(ButtonVariant.TERTIARY);
        opener.setAriaLabel(texts.get(textKey + ".add"));
        add(chooser);
        open(false);
    }

    /** The button that shows and hides the field. */
    Button opener() {
        return opener;
    }

    /** Hides the field; what was typed there is gone. */
    void close() {
        open(false);
    }

    private void toggle() {
        open(!isVisible());
        if (isVisible()) {
            chooser.focus();
        }
    }

    private void open(boolean open) {
        setVisible(open);
        opener.getElement().setAttribute("aria-expanded", String.valueOf(open));
        chooser.clear();
        chooser.setInvalid(false);
    }

    private void connect(FoundTask task) {
        Optional<String> problem = connect.apply(task.id());
        if (problem.isPresent()) {
            chooser.refuse(problem.get());
        } else {
            // ready for the next one
            chooser.clear();
        }
    }
}

package io.graphtracker.project.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.actions.TypeAhead;
import io.graphtracker.project.Rules;
import io.graphtracker.texts.Texts;

/** Offers the next task after a title was entered: its title, and Enter, are all that it takes. */
class NextTaskField extends Div {

    /** Adds a task. */
    @FunctionalInterface
    interface Adder {

        /** @param connected whether it depends on the one before */
        void add(String title, boolean connected);
    }

    private final TextField title = new TextField();

    NextTaskField(Texts texts, Adder adder) {
        addClassName("next-task");
        setVisible(false);
        title.setId("nextTask");
        title.setLabel(texts.get("task.next"));
        title.setMaxLength(Rules.MAX_NAME);
        title.setWidthFull();
        Span connecting = new Span(" " + texts.get("task.next.hint.connected"));
        connecting.addClassName("not-for-touch");
        Span hint = new Span(new Text(texts.get("task.next.hint")), connecting);
        hint.addClassName("secondary");
        title.setHelperComponent(hint);
        TitleKeys.listen(title, connected -> {
            String typed = title.getValue();
            if (!typed.isBlank()) {
                adder.add(typed, connected);
            }
        });
        add(title);
    }

    /** Shows the field, empty, and moves the focus there. */
    void offer() {
        title.clear();
        setVisible(true);
        TypeAhead.focus(title);
    }

    void hide() {
        setVisible(false);
    }
}

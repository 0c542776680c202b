package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.IconButton;
import io.graphtracker.texts.Texts;

/** Buttons that move a task, as an alternative to dragging (WCAG 2.5.7). */
class MoveButtons extends Section {

    /** Receives how far to move, in pixels of the canvas. */
    @FunctionalInterface
    interface Mover {
        void moveBy(double x, double y);
    }

    private static final double STEP = 40;

    private final Texts texts;
    private final Mover mover;
    private final Div buttons = new Div();

    MoveButtons(Texts texts, Mover mover) {
        this.texts = texts;
        this.mover = mover;
        addClassName("move-buttons");
        buttons.addClassName("move-buttons-row");
        addButton(VaadinIcon.ARROW_LEFT, "task.move.left", -STEP, 0);
        addButton(VaadinIcon.ARROW_UP, "task.move.up", 0, -STEP);
        addButton(VaadinIcon.ARROW_DOWN, "task.move.down", 0, STEP);
        addButton(VaadinIcon.ARROW_RIGHT, "task.move.right", STEP, 0);
        add(new H3(texts.get("task.move")), buttons);
    }

    private void addButton(VaadinIcon icon, String textKey, double x, double y) {
        Button button = new Button(icon.create(), click -> mover.moveBy(x, y));
        IconButton.name(button, texts.get(textKey));
        buttons.add(button);
    }
}

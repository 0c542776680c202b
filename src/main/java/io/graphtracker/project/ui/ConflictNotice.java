package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.texts.Texts;

/**
 * Says below a field that somebody else has changed it meanwhile, shows the stored value beside the one in the field,
 * and offers to keep the one or to take the other.
 */
class ConflictNotice extends Div {

    private final String fieldName;
    private final Texts texts;
    private final Paragraph stored = new Paragraph();

    ConflictNotice(String id, String fieldName, Texts texts, Runnable keepMine, Runnable takeTheirs) {
        this.fieldName = fieldName;
        this.texts = texts;
        setId(id);
        addClassName("conflict");
        setVisible(false);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", texts.get("conflict.name", fieldName));
        stored.addClassName("conflict-stored");
        stored.getElement().setAttribute("dir", "auto");
        Div choices = new Div(choice("conflict.keep-mine", keepMine), choice("conflict.take-theirs", takeTheirs));
        choices.addClassName("conflict-choices");
        add(new Paragraph(texts.get("conflict.text")), stored, choices);
    }

    /** Shows the stored value, or that there is none. */
    void show(String value) {
        stored.setText(value.isEmpty() ? texts.get("conflict.empty") : value);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }

    private Button choice(String textKey, Runnable action) {
        Button choice = new Button(texts.get(textKey), click -> action.run());
        choice.setAriaLabel(texts.get("conflict.choice", texts.get(textKey), fieldName));
        return choice;
    }
}

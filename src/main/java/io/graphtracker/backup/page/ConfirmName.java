package io.graphtracker.backup.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.graphtracker.backup.ui.PathCopy;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;

/** Asks the user to type the name of a file, so that nothing is deleted by mistake. */
class ConfirmName extends Div {

    private final String name;
    private final Texts texts;
    private final TextField field = new TextField();

    /** @param enter what pressing Enter in the field does */
    ConfirmName(String name, Runnable enter, Feedback feedback, Texts texts) {
        this.name = name;
        this.texts = texts;
        Code shown = new Code(name);
        shown.setId("confirmedName");
        field.setId("confirmName");
        field.setLabel(texts.get("backups.confirm.name"));
        field.setWidthFull();
        field.setAutocomplete(Autocomplete.OFF);
        field.getElement().setAttribute("spellcheck", "false");
        // the value is sent before the key event of the same field
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(change -> field.setInvalid(false));
        field.addKeyDownListener(Key.ENTER, pressed -> enter.run());
        addClassName("confirm-name");
        Div line = new Div(shown, PathCopy.button(texts.get("backups.confirm.copy"), () -> name, feedback, texts));
        line.addClassName("confirm-name-line");
        add(line, field);
    }

    /** Whether the name was typed; if not, the field becomes invalid and gets the focus. */
    boolean isConfirmed() {
        boolean same = field.getValue().strip().equals(name);
        if (!same) {
            field.setErrorMessage(texts.get("backups.confirm.mismatch"));
            field.setInvalid(true);
            field.focus();
        }
        return same;
    }
}

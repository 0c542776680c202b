package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import io.graphtracker.texts.Texts;

/**
 * The step that confirms a restore: that the user has seen what will change.
 *
 * @see "docs/decisions/2026-12-01-a-tick-confirms-a-restore.md"
 */
class Understood extends Checkbox {

    private final transient Texts texts;

    Understood(Texts texts) {
        super(texts.get("restore.confirm.understood"));
        this.texts = texts;
        setId("restoreUnderstood");
        addClassName("restore-understood");
        // invalid only after the button was pressed
        setManualValidation(true);
        addValueChangeListener(change -> setInvalid(false));
    }

    /** Whether it is ticked; if not, it becomes invalid and gets the focus. */
    boolean isConfirmed() {
        boolean ticked = Boolean.TRUE.equals(getValue());
        if (!ticked) {
            setErrorMessage(texts.get("restore.confirm.missing"));
            setInvalid(true);
            focus();
        }
        return ticked;
    }
}

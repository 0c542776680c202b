package io.graphtracker.project.ui;

import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import io.graphtracker.project.UndoState;
import io.graphtracker.texts.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Redoes what was undone last. */
@Component
@Order(54)
class RedoAction extends UndoOrRedoAction {

    RedoAction(Texts texts) {
        super(
                "btnRedo",
                VaadinIcon.ARROW_FORWARD,
                Shortcut.onGraphWithControl('z', "Ctrl+Shift+Z", KeyModifier.SHIFT),
                GraphCommands::redo,
                UndoState::redo,
                texts);
    }
}

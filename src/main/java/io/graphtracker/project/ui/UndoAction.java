package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import io.graphtracker.project.UndoState;
import io.graphtracker.texts.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Undoes the newest change of the page. */
@Component
@Order(52)
class UndoAction extends UndoOrRedoAction {

    UndoAction(Texts texts) {
        super(
                "btnUndo",
                VaadinIcon.ARROW_BACKWARD,
                Shortcut.onGraphWithControl('z', "Ctrl+Z"),
                GraphCommands::undo,
                UndoState::undo,
                texts);
    }
}

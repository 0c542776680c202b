package io.graphtracker.backup.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;

/**
 * Asks for the name before a former database is deleted: it may be the last copy, and cannot be restored afterwards.
 *
 * @see "docs/decisions/2026-12-01-a-tick-confirms-a-restore.md"
 */
class DeleteFormerDialog extends Dialog {

    private final transient Runnable delete;
    private final ConfirmName name;

    /**
     * @param text what is about to be deleted, and what it is needed for
     * @param delete deletes it
     */
    DeleteFormerDialog(String file, String text, Runnable delete, Feedback feedback, Texts texts) {
        this.delete = delete;
        setId("deleteFormerDialog");
        addClassName("delete-former");
        setWidth("34rem");
        setHeaderTitle(texts.get("backups.kept.delete.title"));
        // a click outside must not discard what was typed
        setCloseOnOutsideClick(false);
        name = new ConfirmName(file, this::confirm, feedback, texts);
        Paragraph words = new Paragraph(text);
        words.setId("deleteFormerText");
        add(new Div(words, name));
        Button cancel = new Button(texts.get("dialog.cancel"), click -> close());
        cancel.setAutofocus(true);
        Button confirm = new Button(texts.get("backups.delete"), click -> confirm());
        confirm.setId("btnConfirmDelete");
        confirm.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.PRIMARY);
        getFooter().add(cancel, confirm);
    }

    private void confirm() {
        if (name.isConfirmed()) {
            close();
            delete.run();
        }
    }
}

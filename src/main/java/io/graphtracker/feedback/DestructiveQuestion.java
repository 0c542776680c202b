package io.graphtracker.feedback;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import io.graphtracker.texts.Texts;

/**
 * A question whose answer destroys something. It opens with the focus on Cancel, so that a key pressed too soon does
 * no harm.
 */
public class DestructiveQuestion extends ConfirmDialog {

    /** The component focuses the other button once it is open, and has no setting for that, see docs/workarounds.md. */
    private static final String FOCUS_CANCEL = """
            const forget = () => {
              this.removeEventListener('focusin', redirect);
              this.removeEventListener('keydown', forget, true);
            };
            const redirect = e => {
              const confirm = e.target.closest('[slot=confirm-button]');
              if (confirm) {
                forget();
                this.querySelector('[slot=cancel-button]').focus();
                // set by the dialog after it has moved the focus
                setTimeout(() => confirm.removeAttribute('focus-ring'));
              }
            };
            // not while capturing: the button has to know that it has the focus before it loses it
            this.addEventListener('focusin', redirect);
            this.addEventListener('keydown', forget, true);
            """;

    /**
     * @param title the question
     * @param confirm the text of the button that does it
     */
    public DestructiveQuestion(String title, String confirm, Runnable confirmed, Texts texts) {
        // the component's own heading would be of level 3; without the property, the dialog's name would be
        // "confirmation"
        setHeader(new H2(title));
        getElement().setProperty("header", title);
        setCancelable(true);
        setCancelText(texts.get("dialog.cancel"));
        setConfirmText(confirm);
        setConfirmButtonTheme("error primary");
        addConfirmListener(event -> confirmed.run());
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                getElement().executeJs(FOCUS_CANCEL);
            }
        });
    }
}

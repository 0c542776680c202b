package io.graphtracker.backup.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.FocusRescue;
import io.graphtracker.shell.BackLinks;
import io.graphtracker.texts.Texts;

/** A warning about backups at the top of every page, which links to the Backups page and may be dismissed. */
public abstract class WarningBanner extends Div {

    /** The route of the page that says more. */
    protected static final String BACKUPS_PAGE = "backups";

    /** The button that had the focus is about to be hidden. */
    private final transient Feedback page;

    private final Paragraph text = new Paragraph();
    private final Button dismiss;
    private final Anchor link;

    /** What is shown when the page is opened is read with the page; only what comes later is announced. */
    private boolean opened;

    /** @param name of the region, for screen readers */
    protected WarningBanner(String id, String dismissId, String name, Feedback page, Texts texts) {
        this.page = page;
        setId(id);
        addClassName("warning-banner");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", name);
        text.setId(id + "Text");
        dismiss = new Button(texts.get("backups.warning.dismiss"), click -> {
            FocusRescue.toHeading(this);
            dismiss(page);
        });
        dismiss.setId(dismissId);
        link = new Anchor(BACKUPS_PAGE, texts.get("backups.warning.link"));
        Div buttons = new Div(link, dismiss);
        buttons.addClassName("warning-banner-buttons");
        add(VaadinIcon.WARNING.create(), text, buttons);
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        link.setHref(BackLinks.to(BACKUPS_PAGE, ui));
        Registration registration =
                ui.addAfterNavigationListener(navigation -> link.setHref(BackLinks.to(BACKUPS_PAGE, ui)));
        addDetachListener(detach -> {
            registration.remove();
            detach.unregisterListener();
        });
    }

    /** The user has dismissed what is shown. */
    protected abstract void dismiss(Feedback feedback);

    /**
     * Shows a warning.
     *
     * @param warning empty for none
     * @param news whether it is to be announced, unless the page is just being opened
     */
    protected final void show(String warning, boolean dismissible, boolean news) {
        setVisible(!warning.isEmpty());
        text.setText(warning);
        dismiss.setVisible(dismissible);
        if (opened && news) {
            page.announce(warning);
        }
        opened = true;
    }
}

package io.graphtracker.backup.schedule.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;

/** Tells a page why scheduled backups fail, until one succeeds or somebody dismisses it. */
class ScheduleBanner extends Div {

    /** The button that had the focus is about to be hidden. */
    private static final String FOCUS_HEADING =
            "const h1 = document.querySelector('h1'); if (h1) { h1.tabIndex = -1; h1.focus(); }";

    private final transient ScheduleActivity activity;
    private final transient Feedback page;
    private final Paragraph text = new Paragraph();
    private final Button dismiss;
    private transient ScheduleActivity.Failure shown = ScheduleActivity.Failure.NONE;

    /** What is shown when the page is opened is read with the page; only what comes later is announced. */
    private boolean opened;

    ScheduleBanner(ScheduleActivity activity, ScheduleCommands commands, Feedback page, Texts texts) {
        this.activity = activity;
        this.page = page;
        setId("scheduleBanner");
        addClassName("schedule-banner");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", texts.get("schedule.banner"));
        text.setId("scheduleBannerText");
        Anchor link = new Anchor("backups", texts.get("schedule.banner.link"));
        dismiss = new Button(texts.get("schedule.banner.dismiss"), click -> {
            commands.dismiss(shown.number(), page);
            getElement().executeJs(FOCUS_HEADING);
        });
        dismiss.setId("btnDismissScheduleFailure");
        Div buttons = new Div(link, dismiss);
        buttons.addClassName("schedule-banner-buttons");
        add(VaadinIcon.WARNING.create(), text, buttons);
        setVisible(false);
        activity.subscribe(this, this::follow);
    }

    private void follow() {
        ScheduleActivity.Failure now = activity.failure();
        boolean news = opened && !now.text().isEmpty() && !now.equals(shown);
        opened = true;
        shown = now;
        setVisible(!now.text().isEmpty());
        text.setText(now.text());
        dismiss.setVisible(now.number() > 0);
        if (news) {
            page.announce(now.text());
        }
    }
}

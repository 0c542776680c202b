package io.graphtracker.backup.watch.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.backup.watch.SafetyReason;
import io.graphtracker.backup.watch.WatchJob;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Warns a page that no backup is young enough or that the folder cannot be used, for as long as that is so, or that a
 * check failed, until somebody dismisses that. It
 * is silent while another banner tells that scheduled backups fail.
 */
class SafetyBanner extends Div {

    /** The button that had the focus is about to be hidden. */
    private static final String FOCUS_HEADING =
            "const h1 = document.querySelector('h1'); if (h1) { h1.tabIndex = -1; h1.focus(); }";

    private final transient WatchUpdates updates;
    private final transient SafetyTexts safetyTexts;
    private final transient Feedback page;
    private final Paragraph text = new Paragraph();
    private final Button dismiss;
    private transient @Nullable WatchJob failed;

    /** Of what was told last; whoever opens a page reads it there, so only what comes later is announced. */
    private transient @Nullable SafetyReason told;

    private boolean opened;

    SafetyBanner(WatchUpdates updates, WatchCommands commands, SafetyTexts safetyTexts, Feedback page, Texts texts) {
        this.updates = updates;
        this.safetyTexts = safetyTexts;
        this.page = page;
        setId("safetyBanner");
        addClassName("schedule-banner");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", texts.get("safety.banner"));
        text.setId("safetyBannerText");
        dismiss = new Button(texts.get("safety.banner.dismiss"), click -> {
            if (failed != null) {
                commands.dismiss(failed, page);
                getElement().executeJs(FOCUS_HEADING);
            }
        });
        dismiss.setId("btnDismissSafety");
        Div buttons = new Div(new Anchor("backups", texts.get("safety.banner.link")), dismiss);
        buttons.addClassName("schedule-banner-buttons");
        add(VaadinIcon.WARNING.create(), text, buttons);
        setVisible(false);
        updates.followSafety(this, this::follow);
    }

    private void follow() {
        String warning = safetyTexts.warning(updates.safety());
        SafetyReason reason = updates.safety().warning().orElse(null);
        boolean news = opened && reason != null && reason != told;
        opened = true;
        told = reason;
        failed = reason == SafetyReason.DRILL_FAILED
                ? WatchJob.DRILL
                : reason == SafetyReason.DAMAGED ? WatchJob.VERIFICATION : null;
        setVisible(reason != null);
        text.setText(warning);
        dismiss.setVisible(failed != null);
        if (news) {
            page.announce(warning);
        }
    }
}

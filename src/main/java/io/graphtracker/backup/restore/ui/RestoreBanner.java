package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.FocusRescue;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;

/**
 * Tells a page of a restore that another page started: to wait while it runs, and afterwards that the page is outdated.
 * The page then reloads itself, unless a user is typing, who can copy the text first.
 */
@Tag("restore-banner")
@JsModule("context://app/restore-banner.nocache.js")
class RestoreBanner extends HtmlContainer {

    private final RestoreActivity activity;
    private final Feedback page;
    private final Texts texts;

    /** How often the database had been replaced before this page first read it. */
    private final long replacedBefore;

    /** The last restore that this page announced, and whether that was its end. */
    private long told;

    private boolean toldEnd;

    RestoreBanner(RestoreActivity activity, Feedback page, Texts texts) {
        this.activity = activity;
        this.page = page;
        this.texts = texts;
        RestoreProgressModel now = activity.progress();
        replacedBefore = now.replaced();
        told = now.number();
        toldEnd = now.phase() != RestoreProgressModel.Phase.RUNNING;
        setId("restoreBanner");
        getElement().addEventListener("reloaded", event -> tellReloaded());
        activity.subscribe(this, () -> follow(activity.progress()));
    }

    /** Shows restores of other pages; a restore of this page is shown by its dialog. */
    private void follow(RestoreProgressModel now) {
        if (now.page().equals(page.pageId())) {
            removeAll();
            return;
        }
        switch (now.phase()) {
            case NONE -> {
                // none since the start
            }
            case RUNNING -> showRunning(now);
            case DONE, FAILED -> showEnd(now);
        }
    }

    private void showRunning(RestoreProgressModel now) {
        String text = texts.get("restore.banner.running");
        show("restore-banner-running", paragraph(text));
        if (now.number() > told) {
            page.announce(text);
        }
        told = now.number();
        toldEnd = false;
    }

    private void showEnd(RestoreProgressModel now) {
        boolean news = now.number() > told || !toldEnd;
        told = now.number();
        toldEnd = true;
        if (!news) {
            return;
        }
        if (now.replaced() > replacedBefore) {
            reloadUnlessTyping(now);
        } else {
            showFailed(now);
        }
    }

    private void reloadUnlessTyping(RestoreProgressModel now) {
        getElement()
                .executeJs("return customElements.whenDefined('restore-banner').then(() => this.reloadUnlessTyping())")
                .then(Boolean.class, typing -> {
                    if (Boolean.TRUE.equals(typing)) {
                        showReplaced(now);
                    }
                });
    }

    private void showReplaced(RestoreProgressModel now) {
        Paragraph text = paragraph(texts.get("restore.banner.replaced", now.backup()));
        text.getElement().setAttribute("role", "alert");
        text.getElement().setAttribute("aria-live", "assertive");
        Button reload = new Button(
                texts.get("restore.reload"), click -> getUI().map(UI::getPage).ifPresent(browser -> browser.reload()));
        reload.setId("btnReloadPage");
        reload.addThemeVariants(ButtonVariant.PRIMARY);
        show("restore-banner-replaced", text, reload);
    }

    private void showFailed(RestoreProgressModel now) {
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            FocusRescue.toHeading(this);
            removeAll();
        });
        close.setId("btnCloseRestoreBanner");
        close.setAriaLabel(texts.get("message.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        show("restore-banner-failed", paragraph(now.failure()), close);
        page.announce(now.failure());
    }

    /** Tells why the page has reloaded itself. */
    private void tellReloaded() {
        page.show(Message.information(
                texts.get("restore.banner.reloaded", activity.progress().backup())));
    }

    private void show(String className, Component... parts) {
        Div content = new Div(parts);
        content.addClassNames("restore-banner-content", className);
        content.getElement().setAttribute("role", "region");
        content.getElement().setAttribute("aria-label", texts.get("restore.banner.name"));
        removeAll();
        add(content);
    }

    private static Paragraph paragraph(String text) {
        return Paragraphs.of("restoreBannerText", text);
    }
}

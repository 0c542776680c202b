package io.graphtracker.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.graphtracker.feedback.StatusRegion;
import io.graphtracker.texts.Texts;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame of every page: a skip link, the status region, the {@linkplain PageBanner banners}. Each view has a
 * {@code header} of its own and exactly one {@code main} with the id {@value #MAIN_ID} and one {@code h1}.
 */
public final class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    /** The id of every view's {@code main}, where the skip link leads. */
    public static final String MAIN_ID = "main";

    public MainLayout(StatusRegion region, ObjectProvider<PageBanner> banners, Texts texts) {
        addClassName("main-layout");
        Anchor skip = new Anchor("#" + MAIN_ID, texts.get("shell.skip"));
        skip.setRouterIgnore(true);
        skip.addClassName("skip-link");
        // Flow would take a plain fragment link for a navigation; this one only moves the focus
        skip.getElement()
                .executeJs(
                        "this.addEventListener('click', e => { e.preventDefault();"
                                + "const main = document.getElementById($0); main.tabIndex = -1; main.focus(); })",
                        MAIN_ID);
        add(skip, region);
        banners.orderedStream().forEach(banner -> add(banner.banner()));
    }

    /**
     * Moves the focus to the heading of the new page; the browser would leave it on the body. At the first load the
     * heading is hidden, and so cannot be focused, until the next frame.
     */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getElement()
                .executeJs("requestAnimationFrame(() => setTimeout(() => { const h1 = this.querySelector('h1');"
                        + "if (h1) { h1.tabIndex = -1; h1.focus({preventScroll: true}); } }))");
    }
}

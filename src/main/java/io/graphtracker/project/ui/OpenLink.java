package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import io.graphtracker.texts.Texts;
import org.jspecify.annotations.Nullable;

/** Opens the link of a task in another tab, which learns nothing of this page. */
class OpenLink extends Anchor {

    OpenLink(Texts texts) {
        setId("taskOpenLink");
        addClassName("task-open-link");
        setText(texts.get("task.link.open"));
        setTarget(AnchorTarget.BLANK);
        getElement().setAttribute("rel", "noopener noreferrer");
        setVisible(false);
    }

    /** Leads to a stored link; disappears if there is none. */
    void show(@Nullable String link) {
        setVisible(link != null);
        setHref(link == null ? "" : link);
    }
}

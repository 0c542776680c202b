package io.graphtracker.project.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.GraphChanges;
import java.util.Optional;

/** Ids of pages by which their changes are told apart, and which a page still has after it was loaded again. */
final class PageIds {

    private PageIds() {}

    /** The name that the browser keeps for its tab; without one, the page cannot undo what it did before a reload. */
    static String of(UI ui, Feedback feedback) {
        return Optional.ofNullable(ui.getPage().getExtendedClientDetails().getWindowName())
                .filter(name -> !name.isBlank() && name.length() <= GraphChanges.MAX_PAGE_ID)
                .orElseGet(feedback::pageId);
    }
}

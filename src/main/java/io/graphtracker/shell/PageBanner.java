package io.graphtracker.shell;

import com.vaadin.flow.component.Component;

/** A banner at the top of every page, contributed by a feature as a Spring bean. */
public interface PageBanner {

    /** Creates it for a page that is being opened. It hides itself while it has nothing to show. */
    Component banner();
}

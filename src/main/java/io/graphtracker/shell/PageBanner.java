package io.graphtracker.shell;

import com.vaadin.flow.component.Component;

/** Something that concerns every page, whatever it shows: each bean of this type stands at the top of each page. */
public interface PageBanner {

    /** Makes it for a page that is being opened. It hides itself while it has nothing to tell. */
    Component banner();
}

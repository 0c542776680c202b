package io.graphtracker.shell;

import java.util.Optional;

/** Names the pages of a feature, so that other pages can link back to them; a Spring bean. */
public interface PageName {

    /**
     * The name of a page.
     *
     * @param path its address relative to the application; anything, since it may come from a browser
     * @return empty unless it is the address of an existing page of this feature
     */
    Optional<String> of(String path);
}

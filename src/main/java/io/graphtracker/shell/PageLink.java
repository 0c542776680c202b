package io.graphtracker.shell;

import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * A page that {@link PageHeader} links to, contributed by a feature as a Spring bean. The links are in the order of
 * the beans ({@link org.springframework.core.annotation.Order}).
 */
public interface PageLink {

    /** The id of the link, for example {@code lnkBackups}. */
    String id();

    /** The route of the page, for example {@code backups}. */
    String path();

    /** The key of its name in the message bundle. */
    String textKey();

    /** The icon beside its name. */
    VaadinIcon icon();
}

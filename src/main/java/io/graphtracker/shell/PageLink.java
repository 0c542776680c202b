package io.graphtracker.shell;

import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * A page that {@link PageHeader} leads to. Features offer one as a Spring bean; the order is that of the beans
 * ({@link org.springframework.core.annotation.Order}).
 */
public interface PageLink {

    /** The id of the link, for example {@code lnkBackups}. */
    String id();

    /** The route of the page, for example {@code backups}. */
    String path();

    /** The key in the bundle under which its name is found. */
    String textKey();

    /** The icon beside its name. */
    VaadinIcon icon();
}

package io.graphtracker.settings;

import com.vaadin.flow.component.Component;

/**
 * A section of the Settings tab, contributed by a feature as a Spring bean. The sections are in the order of the beans
 * ({@link org.springframework.core.annotation.Order}).
 */
public interface SettingsSection {

    /** The key of its heading in the message bundle. */
    String titleKey();

    /** Creates its content for a page. */
    Component content();
}

package io.graphtracker.settings;

import com.vaadin.flow.component.Component;

/**
 * A section of the Settings tab, contributed by a feature as a Spring bean. The order of the sections is that of the beans
 * ({@link org.springframework.core.annotation.Order}).
 */
public interface SettingsSection {

    /** The key of its heading in the bundle. */
    String titleKey();

    /** Its content, made anew for each page. */
    Component content();
}

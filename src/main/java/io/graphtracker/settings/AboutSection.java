package io.graphtracker.settings;

import com.vaadin.flow.component.Component;
import io.graphtracker.texts.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.annotation.Order;

/** Which version this is. */
@org.springframework.stereotype.Component
@Order(40)
class AboutSection implements SettingsSection {

    private final String version;
    private final Texts texts;

    AboutSection(ObjectProvider<BuildProperties> build, Texts texts) {
        this.texts = texts;
        this.version = build.stream()
                .map(BuildProperties::getVersion)
                .findFirst()
                .orElseGet(() -> texts.get("settings.about.unknown"));
    }

    @Override
    public String titleKey() {
        return "settings.about";
    }

    @Override
    public Component content() {
        return new Facts().add("applicationVersion", texts.get("settings.about.version"), version);
    }
}

package io.graphtracker.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.graphtracker.texts.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.annotation.Order;

/** Which version this is, and whose work is in it. */
@org.springframework.stereotype.Component
@Order(40)
class AboutSection implements SettingsSection {

    /** Made when the application is built, of what its libraries say of themselves. */
    private static final String NOTICES = "app/third-party-notices.txt";

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
        Anchor notices = new Anchor(NOTICES, texts.get("settings.about.notices.link"));
        // no page of ours, which Vaadin would look for
        notices.setRouterIgnore(true);
        return new Facts()
                .add("applicationVersion", texts.get("settings.about.version"), version)
                .add("thirdPartyNotices", texts.get("settings.about.notices"), notices);
    }
}

package io.graphtracker.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.signals.WriteCallbacks;
import io.graphtracker.texts.Texts;
import org.springframework.core.annotation.Order;

/** The choice of the colour mode: light, dark, or that of the system. Other open pages keep theirs. */
@org.springframework.stereotype.Component
@Order(30)
class AppearanceSection implements SettingsSection {

    private final Preferences preferences;
    private final Texts texts;

    AppearanceSection(Preferences preferences, Texts texts) {
        this.preferences = preferences;
        this.texts = texts;
    }

    @Override
    public String titleKey() {
        return "settings.appearance";
    }

    @Override
    public Component content() {
        RadioButtonGroup<ColorMode> modes = new RadioButtonGroup<>(texts.get("settings.appearance.colors"));
        modes.setId("colorMode");
        modes.setItems(ColorMode.values());
        modes.setItemLabelGenerator(mode -> texts.get(mode.textKey()));
        PageColorMode page = PageColorMode.current();
        modes.bindValue(page.signal(), WriteCallbacks.reportingErrors(mode -> {
            preferences.put(ColorMode.PREFERENCE, mode.value());
            page.set(mode);
        }));
        return modes;
    }
}

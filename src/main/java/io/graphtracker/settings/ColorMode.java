package io.graphtracker.settings;

import com.vaadin.flow.component.page.ColorScheme;
import java.util.Arrays;
import java.util.Locale;

/** The colour mode a user has chosen. */
enum ColorMode {
    SYSTEM(ColorScheme.Value.SYSTEM),
    LIGHT(ColorScheme.Value.LIGHT),
    DARK(ColorScheme.Value.DARK);

    /** The key of the preference. */
    static final String PREFERENCE = "colorMode";

    private final ColorScheme.Value scheme;

    ColorMode(ColorScheme.Value scheme) {
        this.scheme = scheme;
    }

    ColorScheme.Value scheme() {
        return scheme;
    }

    /** The stored value. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    String textKey() {
        return "settings.appearance." + value();
    }

    /** The mode of a stored value; an unknown value means {@link #SYSTEM}. */
    static ColorMode of(String value) {
        return Arrays.stream(values())
                .filter(mode -> mode.value().equals(value))
                .findFirst()
                .orElse(SYSTEM);
    }
}

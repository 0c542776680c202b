package io.graphtracker.settings;

import com.vaadin.flow.component.page.ColorScheme;
import java.util.Arrays;
import java.util.Locale;

/** The colours a user wants. */
enum ColorMode {
    SYSTEM(ColorScheme.Value.SYSTEM),
    LIGHT(ColorScheme.Value.LIGHT),
    DARK(ColorScheme.Value.DARK);

    /** The preference that holds the choice. */
    static final String PREFERENCE = "colorMode";

    private final ColorScheme.Value scheme;

    ColorMode(ColorScheme.Value scheme) {
        this.scheme = scheme;
    }

    ColorScheme.Value scheme() {
        return scheme;
    }

    /** How it is stored. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    String textKey() {
        return "settings.appearance." + value();
    }

    /** The mode of a stored value; one that is not known counts as not chosen. */
    static ColorMode of(String value) {
        return Arrays.stream(values())
                .filter(mode -> mode.value().equals(value))
                .findFirst()
                .orElse(SYSTEM);
    }
}

package io.graphtracker.settings;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.util.Objects;

/** The colour mode of one page: the one that was stored when it was opened, or the one chosen on it since. */
final class PageColorMode {

    private final ValueSignal<ColorMode> mode;

    PageColorMode(ColorMode mode) {
        this.mode = new ValueSignal<>(mode);
    }

    /** That of the current page. */
    static PageColorMode current() {
        return Objects.requireNonNull(ComponentUtil.getData(UI.getCurrent(), PageColorMode.class));
    }

    Signal<ColorMode> signal() {
        return mode.asReadonly();
    }

    void set(ColorMode chosen) {
        mode.set(chosen);
    }
}

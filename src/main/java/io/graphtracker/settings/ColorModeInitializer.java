package io.graphtracker.settings;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.preferences.Preferences;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Shows every page in the colours the user has chosen, from its first paint on. A page that is open changes them only by
 * a choice that is made on it. The choice is read once, when the application starts; from then on a page gets its colours
 * even while the database is closed.
 */
@Component
class ColorModeInitializer implements VaadinServiceInitListener {

    private final Preferences preferences;

    ColorModeInitializer(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // reads the database, which may be closed when the first page is opened
        mode();
        // in the HTML itself: if it were set later, the page would flash in the other colours first
        event.addIndexHtmlRequestListener(
                response -> paint(response.getDocument().child(0)));
        event.getSource().addUIInitListener(init -> follow(init.getUI()));
    }

    private void paint(Element html) {
        ColorMode mode = ColorMode.of(mode().peek());
        html.attr("theme", mode.scheme().getThemeValue());
        html.attr("style", "color-scheme: " + mode.scheme().getValue());
    }

    private void follow(UI ui) {
        PageColorMode mode = new PageColorMode(ColorMode.of(mode().peek()));
        ComponentUtil.setData(ui, PageColorMode.class, mode);
        Signal.effect(ui, () -> ui.getPage().setColorScheme(mode.signal().get().scheme()));
    }

    private Signal<String> mode() {
        return preferences.signal(ColorMode.PREFERENCE, ColorMode.SYSTEM.value());
    }
}

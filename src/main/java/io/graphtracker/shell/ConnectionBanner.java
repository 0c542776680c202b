package io.graphtracker.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.graphtracker.texts.Texts;
import java.time.Duration;
import org.springframework.core.annotation.Order;

/**
 * Tells in words that the server cannot be reached, in place of Vaadin's bar, which says so only after something has
 * been sent. What was typed meanwhile stays in its field, and is sent when the server can be reached again.
 */
@org.springframework.stereotype.Component
@Order(0)
class ConnectionBanner implements PageBanner, VaadinServiceInitListener {

    /** Flow's default is 5 s. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Texts texts;

    ConnectionBanner(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Component banner() {
        return new Banner(texts.get("shell.connection.lost"), texts.get("shell.connection.found"));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init ->
                        init.getUI().getReconnectDialogConfiguration().setReconnectInterval((int) RETRY.toMillis()));
    }

    @Tag("connection-banner")
    @JsModule("context://app/connection-banner.nocache.js")
    private static final class Banner extends HtmlContainer {

        Banner(String lost, String found) {
            getElement().setProperty("lostText", lost);
            getElement().setProperty("foundText", found);
        }
    }
}

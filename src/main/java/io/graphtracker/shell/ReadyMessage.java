package io.graphtracker.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs the address of the application when the start is complete. */
@Component
class ReadyMessage {

    private static final Logger log = LoggerFactory.getLogger(ReadyMessage.class);

    @EventListener
    void on(WebServerInitializedEvent event) {
        log.info(
                "Graph Tracker is ready: http://localhost:{}",
                event.getWebServer().getPort());
    }
}

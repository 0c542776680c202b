package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** How many sessions Tomcat keeps, and for how long. */
class SessionHttpTest extends RunningServer {

    @Autowired
    private ServletWebServerApplicationContext application;

    @Test
    void onlyWhoBringsTheCookieBackHasASessionThatLasts() throws IOException {
        String cookie =
                HttpCalls.call(port(), "GET", "/").headers().get("set-cookie").split(";")[0];
        assertThat(session(cookie).getMaxInactiveInterval()).isEqualTo(60);

        HttpCalls.call(port(), "GET", "/", "Cookie: " + cookie);

        assertThat(session(cookie).getMaxInactiveInterval()).isEqualTo(1800);
    }

    @Test
    void whoNeverBringsItBackDoesNotFillTheMemory() throws IOException {
        String kept =
                HttpCalls.call(port(), "GET", "/").headers().get("set-cookie").split(";")[0];
        HttpCalls.call(port(), "GET", "/", "Cookie: " + kept);
        int lasting = (int) sessions().stream()
                .filter(session -> session.getMaxInactiveInterval() > 60)
                .count();

        for (int i = 0; i < UnconfirmedSessions.MOST + 50; i++) {
            HttpCalls.call(port(), "GET", "/favicon.ico");
        }

        assertThat(sessions()).hasSize(UnconfirmedSessions.MOST + lasting);
        assertThat(session(kept).isValid()).isTrue();
    }

    private Session session(String cookie) {
        String id = cookie.split("=")[1];
        return sessions().stream()
                .filter(session -> session.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Session> sessions() {
        TomcatWebServer server = (TomcatWebServer) application.getWebServer();
        Context context = (Context) server.getTomcat().getHost().findChildren()[0];
        return Arrays.asList(context.getManager().findSessions());
    }
}

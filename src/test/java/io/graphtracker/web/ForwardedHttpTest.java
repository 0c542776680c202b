package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that is named, and says how the browser came. */
@TestPropertySource(properties = {"ALLOWED_HOSTS=plans.example.org,backend", "TRUSTED_PROXIES=127.0.0.0/8,::1"})
class ForwardedHttpTest extends RunningServer {

    private static final String[] HTTPS = {
        "Host: backend",
        "X-Forwarded-Host: plans.example.org",
        "X-Forwarded-Proto: https",
        "X-Forwarded-For: 192.0.2.1",
        "Origin: https://plans.example.org"
    };

    @Test
    void theHostThatTheBrowserAskedForIsWhatCounts() throws IOException {
        assertThat(HttpCalls.call(port(), "GET", "/", HTTPS).status()).isEqualTo(200);
        assertThat(HttpCalls.call(port(), "GET", "/", "Host: localhost", "X-Forwarded-Host: evil.example")
                        .status())
                .isEqualTo(403);
    }

    /** A script of any page can set it, and after DNS rebinding a browser on the proxy's machine sends it to us. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "plans.example.org", "evil.example, localhost"})
    void whatIsForwardedDoesNotExcuseAForeignHost(String forwarded) throws IOException {
        String[] rebound = {
            "Host: evil.example:8080",
            "X-Forwarded-Host: " + forwarded,
            "Sec-Fetch-Site: same-origin",
            "Accept: text/html"
        };
        assertThat(HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db", rebound)
                        .code())
                .isEqualTo("host_not_allowed");

        Answer page = HttpCalls.call(port(), "GET", "/", rebound);
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains("If your proxy at 127.0.0.1 replaces Host by evil.example, let the proxy pass on");
    }

    @Test
    void theSessionCookieIsForHttpsAloneIfTheBrowserUsesIt() throws IOException {
        assertThat(HttpCalls.call(port(), "GET", "/", HTTPS).headers().get("set-cookie"))
                .contains("; Secure");
        assertThat(HttpCalls.call(port(), "GET", "/").headers().get("set-cookie"))
                .doesNotContain("Secure");
    }

    @Test
    void anOriginIsComparedWithTheForwardedHost() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Answer own = HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db", HTTPS);
        assertThat(own.status()).as(own.body()).isEqualTo(200);

        String[] foreign = HTTPS.clone();
        foreign[4] = "Origin: https://evil.example";
        assertThat(HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db", foreign)
                        .code())
                .isEqualTo("cross_site_request");
    }
}

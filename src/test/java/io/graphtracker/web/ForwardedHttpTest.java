package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that is named, and says how the browser came. */
@TestPropertySource(properties = {"ALLOWED_HOSTS=plans.example.org", "TRUSTED_PROXIES=127.0.0.0/8,::1"})
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

package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "ALLOWED_HOSTS= plans.example.org , Other.Example")
class RequestGuardTest extends RunningServer {

    private static final String BACKUP = "/api/v1/settings/backup-db";

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://evil.example",
                "Origin: http://localhost:1",
                "Origin: null",
                "Origin: not a url"
            })
    void refusesWhatAnotherSiteSends(String header) throws IOException {
        Answer answer = HttpCalls.call(port(), "POST", BACKUP, header);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("cross_site_request");
        assertThat(home().resolve("backups")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "X-Nothing: at all"})
    void answersWhatItsOwnPagesAndScriptsSend(String header) throws IOException {
        assertThat(HttpCalls.call(port(), "POST", BACKUP, header).status()).isEqualTo(200);
    }

    @Test
    void anOwnOriginIsTheHostThatWasAsked() throws IOException {
        assertThat(HttpCalls.call(port(), "POST", BACKUP, "Origin: http://localhost:" + port())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void linksFromOtherSitesMayLeadHere() throws IOException {
        assertThat(HttpCalls.call(port(), "GET", "/", "Sec-Fetch-Site: cross-site")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesASocketFromAnotherSite() throws IOException {
        Answer answer = HttpCalls.call(
                port(),
                "GET",
                "/VAADIN/push",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Origin: https://evil.example");

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "[::2]"
            })
    void refusesForeignHostsPagesToo(String host) throws IOException {
        Answer page = HttpCalls.call(port(), "GET", "/", "Host: " + host);
        Answer backup = HttpCalls.call(port(), "POST", BACKUP, "Host: " + host);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("ALLOWED_HOSTS");
        assertThat(backup.status()).isEqualTo(403);
        assertThat(backup.code()).isEqualTo("host_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:80",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:8080",
                "plans.example.org",
                "other.example:443"
            })
    void answersUnderItsOwnNames(String host) throws IOException {
        assertThat(HttpCalls.call(port(), "POST", BACKUP, "Host: " + host).status())
                .isEqualTo(200);
    }
}

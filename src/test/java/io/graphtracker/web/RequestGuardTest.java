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

    /** HTTP/1.0 allows it, browsers never do it; who it is meant for cannot be told. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Nothing: at all", "Origin: http://localhost", "Sec-Fetch-Site: same-origin"})
    void refusesARequestWithoutAHost(String header) throws IOException {
        Answer page = HttpCalls.callWithoutHost(port(), "GET", "/", header);
        Answer backup = HttpCalls.callWithoutHost(port(), "POST", BACKUP, header);

        assertThat(page.status()).isEqualTo(403);
        assertThat(backup.status()).isEqualTo(403);
        assertThat(backup.code()).isEqualTo("host_not_allowed");
        assertThat(home().resolve("backups")).doesNotExist();
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

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "[::2]"})
    void thePageSaysWhatToSet(String host) throws IOException {
        String name = host.replace(":8080", "");

        assertThat(HttpCalls.call(port(), "GET", "/", "Host: " + host, "Accept: text/html")
                        .body())
                .contains(
                        "<h1>This request was meant for another host.</h1>",
                        "<p>If this server is to be reached as " + name + ", set ALLOWED_HOSTS=" + name
                                + " in .env at the project root (more names after commas), then restart.</p>")
                // it would lead to the same page
                .doesNotContain("<a ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..\"onload=x", "xyz_-"})
    void aHostThatIsNoneIsNotShown(String host) throws IOException {
        assertThat(HttpCalls.call(port(), "GET", "/", "Host: " + host, "Accept: text/html")
                        .body())
                .doesNotContain(host);
    }

    /** It comes from a proxy that is not named yet, or from nobody who matters. */
    @Test
    void whatIsForwardedByWhomNobodyNamedDoesNotCount() throws IOException {
        Answer pretends = HttpCalls.call(port(), "GET", "/", "Host: backend", "X-Forwarded-Host: plans.example.org");
        assertThat(pretends.status()).isEqualTo(403);
        assertThat(pretends.body())
                .contains("set TRUSTED_PROXIES=127.0.0.1 and ALLOWED_HOSTS=plans.example.org in .env");

        Answer secure = HttpCalls.call(port(), "GET", "/", "X-Forwarded-Proto: https");
        assertThat(secure.headers().get("set-cookie")).doesNotContain("Secure");
    }

    /** Without TLS a browser does not say which site sends a request, and a proxy may have replaced {@code Host}. */
    @Test
    void anOpenPageIsToldOfAProxyThatHidesTheHost() throws IOException {
        Answer page = HttpCalls.call(port(), "POST", "/?v-r=uidl&v-uiId=0", "Origin: http://plans.example.org");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().path("meta").path("appError").path("message").asString())
                .contains("ALLOWED_HOSTS=plans.example.org");

        assertThat(HttpCalls.call(port(), "GET", "/app/styles.css", "Origin: http://plans.example.org")
                        .status())
                .isEqualTo(200);
    }
}

package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer of the running server has, be it made by us, by Flow, by Spring or by Tomcat alone. */
class EdgeHttpTest extends RunningServer {

    private static final String HTML = "Accept: text/html";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /nope",
                "GET /projects/unknown",
                "GET /app/styles.css",
                "GET /VAADIN/nope.js",
                "GET /app/graph-canvas.nocache.js",
                "GET /webjars/nope.js",
                "GET /?v-r=uidl",
                "GET /?v-r=init&location=&query=",
                "GET /api/v1/backups",
                "GET /api/v1/backups/nope.sqlite",
                "GET /api/nope",
                "DELETE /api/v1/backups",
                "POST /api/v1/settings/backup-db",
                "GET /%00",
                "GET /a%2fb",
                "GET /%zz",
                "GET //x",
                "GET /?a=%zz",
                "GET /;jsessionid=1",
                "TRACE /",
                "GET /?v-r=nope",
                "GET /a[]",
                "GET /favicon.ico"
            })
    void everyAnswerTellsBrowsersWhatTheyMay(String request) throws IOException {
        String[] parts = request.split(" ");
        Answer answer = HttpCalls.call(port(), parts[0], parts.length > 1 ? parts[1] : "", HTML);

        assertThat(answer.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("referrer-policy", "same-origin")
                .containsEntry("cross-origin-resource-policy", "same-origin")
                .containsKey("permissions-policy")
                .doesNotContainKey("server");
        assertThat(answer.headers().get("content-security-policy"))
                .contains("frame-ancestors 'none'")
                .startsWith("default-src");
        assertThat(answer.body()).doesNotContain("Tomcat", "\tat ", "Whitelabel", "java.");
    }

    @Test
    void aRefusalHasThemToo() throws IOException {
        Answer answer = HttpCalls.call(port(), "GET", "/", "Host: evil.example", HTML);

        assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff");
        assertThat(answer.headers().get("content-security-policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void scriptsOfAPageHaveANonceOfTheirOwnEachTime() throws IOException {
        Answer first = HttpCalls.call(port(), "GET", "/");
        Answer second = HttpCalls.call(port(), "GET", "/");

        String nonce = nonce(first);
        assertThat(nonce(second)).isNotEqualTo(nonce);
        Matcher scripts = Pattern.compile("<script[^>]*>").matcher(first.body());
        assertThat(scripts.results().map(script -> script.group()).toList())
                .isNotEmpty()
                .allMatch(script -> script.contains("nonce=\"" + nonce + "\""));
        assertThat(first.headers()).containsEntry("cache-control", "no-store");
    }

    private static String nonce(Answer page) {
        Matcher nonce = Pattern.compile("script-src 'self' 'nonce-([^']{20,})'")
                .matcher(page.headers().get("content-security-policy"));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /%00, 400, This address cannot be read.",
        "GET, /a%2fb, 400, This address cannot be read.",
        "GET, /%zz, 400, This address cannot be read.",
        "GET, //x, 400, This address cannot be read.",
        "GET, /../../x, 400, This address cannot be read.",
        "GET, /?a=%zz, 400, This address cannot be read.",
        "GET, /?=&=, 400, This address cannot be read.",
        "GET, /?v-r=init&location=&query=%25zz, 400, This address cannot be read.",
        "GET, /;jsessionid=0, 400, This address cannot be read.",
        "GET, /projects/1;JSESSIONID=0, 400, This address cannot be read.",
        "GET, /VAADIN/nope.js, 404, There is nothing at this address.",
        "GET, /webjars/nope.js, 404, There is nothing at this address.",
        "TRACE, /, 405, This address cannot be used in that way."
    })
    void whatCannotBeAnsweredGetsAPageOfOurs(String method, String path, int status, String title) throws IOException {
        Answer page = HttpCalls.call(port(), method, path, HTML);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.headers().get("content-type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.headers()).containsEntry("cache-control", "no-store");
        assertThat(page.body()).contains("<h1>" + title + "</h1>", "<a href=\"/\">Go to projects</a>");
        Answer text = HttpCalls.call(port(), method, path);
        assertThat(text.status()).isEqualTo(status);
        assertThat(text.headers().get("content-type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(text.body()).startsWith(title);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nope, 404, not_found",
        "GET, /api, 404, not_found",
        "GET, /api/v1/backups/a/b, 404, not_found",
        "GET, /api/v1/%00, 400, bad_request",
        "GET, /api/v1/a%2fb, 400, bad_request",
        "GET, /api/v1/backups?a=%zz, 400, bad_request",
        "PUT, /api/v1/backups, 405, method_not_allowed"
    })
    void whatTheApiCannotAnswerIsAProblem(String method, String path, int status, String code) throws IOException {
        Answer answer = HttpCalls.call(port(), method, path, HTML);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void headersThatAreTooLongGetAPageToo() throws IOException {
        Answer page = HttpCalls.call(port(), "GET", "/", HTML, "X-Long: " + "a".repeat(20_000));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("<h1>This address cannot be read.</h1>");
    }

    @ParameterizedTest
    @CsvSource({
        "/app/styles.css, no-cache",
        "/app/graph-canvas.nocache.js, no-cache",
        "/app/favicon.svg, no-cache",
        "/aura/aura.css, no-cache",
        "/sw.js, no-cache",
        "/app/graph-canvas.nocache.js, no-cache",
        "/app/styles.css?v-c=0123abcd, 'public, max-age=31536000, immutable'",
        "/api/v1/backups, no-store"
    })
    void howLongBrowsersKeepAFile(String path, String cacheControl) throws IOException {
        env("BACKUPS_DIR=backups\n");
        Answer answer = HttpCalls.call(port(), "GET", path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("cache-control", cacheControl);
        if (!path.startsWith("/api/")) {
            Answer again = HttpCalls.call(
                    port(),
                    "GET",
                    path,
                    "If-Modified-Since: " + answer.headers().get("last-modified"));
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.headers()).containsEntry("cache-control", cacheControl);
        }
    }

    @Test
    void filesOfTheBuildAreKeptForGood() throws IOException {
        Matcher script = Pattern.compile("VAADIN/build/[^\"]+\\.js")
                .matcher(HttpCalls.call(port(), "GET", "/").body());
        assertThat(script.find()).isTrue();

        assertThat(HttpCalls.call(port(), "GET", "/" + script.group()).headers())
                .containsEntry("cache-control", "public, max-age=31536000, immutable");
    }

    @Test
    void theSessionIsInACookieOfItsOwnNameAndNowhereElse() throws IOException {
        Answer page = HttpCalls.call(port(), "GET", "/");

        assertThat(page.headers().get("set-cookie")).matches("graph-tracker-\\d+=\\w+; Path=/; HttpOnly; SameSite=Lax");
        assertThat(page.body()).doesNotContainIgnoringCase("jsessionid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/projects/unknown",
                "/?v-r=init&location=&query=",
                "/?v-r=uidl",
                "/VAADIN/nope.js",
                "/favicon.ico",
                "/app/favicon.svg"
            })
    void whatAnotherSiteEmbedsMakesNoSession(String path) throws IOException {
        for (String use :
                new String[] {"no-cors image", "no-cors script", "cors empty", "navigate iframe", "navigate embed"}) {
            Answer answer = HttpCalls.call(
                    port(),
                    "GET",
                    path,
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Mode: " + use.split(" ")[0],
                    "Sec-Fetch-Dest: " + use.split(" ")[1]);

            assertThat(answer.status()).as(use).isEqualTo(403);
            assertThat(answer.headers()).doesNotContainKey("set-cookie");
        }
    }

    @Test
    void aLinkOfAnotherSiteMayBeFollowedButNotFetchedBeforehand() throws IOException {
        String[] link = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document", "X: y"};
        assertThat(HttpCalls.call(port(), "GET", "/", link).status()).isEqualTo(200);
        assertThat(HttpCalls.call(port(), "HEAD", "/", link).status()).isEqualTo(403);

        link[3] = "Sec-Purpose: prefetch";
        assertThat(HttpCalls.call(port(), "GET", "/", link).status()).isEqualTo(403);
    }

    /** A megabyte for anybody who sends sixty such requests, otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?a=%zz",
                "/?%",
                "/?=&=",
                "/?v-r=init&location=a&query=%25zz",
                "/?v-r=init&location=a&query=%25",
                "/?v-r=nope",
                "/%00",
                "/a[]"
            })
    void absurdRequestsLeaveNoStackTraceInTheLog(String path) throws IOException {
        try (CapturedLog log = new CapturedLog("org.apache.catalina.core.ContainerBase");
                CapturedLog ours = new CapturedLog("io.graphtracker")) {
            for (int i = 0; i < 20; i++) {
                assertThat(HttpCalls.call(port(), "GET", path).status()).isBetween(400, 403);
            }

            assertThat(log.text() + ours.text()).doesNotContain("\tat ").hasSizeLessThan(1000);
        }
    }
}

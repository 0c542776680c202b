package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Elements of our own, each on a page that has nothing else, so that the test can play the server. */
@Thorough
class BareElementsIT extends BrowserTest {

    private static final String BANNER = """
            <connection-banner></connection-banner>
            <script type="module">
              window.Vaadin = {connectionState: {state: 'connection-lost', addStateChangeListener() {}}};
              window.limits = [];
              AbortSignal.timeout = (millis) => {
                const limit = new AbortController();
                limits.push(millis);
                window.expire = () => limit.abort();
                return limit.signal;
              };
              Object.assign(document.querySelector('connection-banner'), {lostText: 'Lost', foundText: 'Found'});
              await import('/app/connection-banner.nocache.js');
              window.ready = true;
            </script>""";

    private static final String KEPT_TEXT = """
            <div><kept-text></kept-text><vaadin-text-field id="title"></vaadin-text-field></div>
            <script type="module">
              await import('/app/kept-text.nocache.js');
              window.kept = document.querySelector('kept-text');
              window.heard = [];
              kept.addEventListener('text-kept', ({detail}) => heard.push(`${detail.key}: ${detail.kept[0].typed}`));
              window.type = (text) => {
                const field = document.querySelector('#title');
                field.value = text;
                field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
              };
              window.later = () => new Promise((done) => setTimeout(done));
              window.ready = true;
            </script>""";

    @AfterEach
    void leave() {
        page().navigate("about:blank");
        expectInConsole("Failed to load resource");
    }

    private void show(String body) {
        page().route(
                        "**/bare",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<!doctype html><title>Bare</title>" + body)));
        page().navigate("http://localhost:" + port() + "/bare");
        page().waitForFunction("() => window.ready");
    }

    private BlockingQueue<Route> holdProbes() {
        BlockingQueue<Route> probes = new LinkedBlockingQueue<>();
        page().route("**/app/favicon.svg", probes::add);
        return probes;
    }

    private Route next(BlockingQueue<Route> probes) {
        page().waitForCondition(() -> !probes.isEmpty());
        return probes.remove();
    }

    private static void answer(Route probe, int status) {
        probe.fulfill(new Route.FulfillOptions().setStatus(status));
    }

    @Test
    void whatAProxyAnswersInPlaceOfTheServerIsNoConnection() {
        BlockingQueue<Route> probes = holdProbes();
        show(BANNER);
        Locator alert = page().locator(".connection-lost");

        answer(next(probes), 502);
        Route another = next(probes);
        assertThat(alert).hasText("Lost");

        answer(another, 200);
        assertThat(alert).isEmpty();
        assertThat(page().locator("connection-banner [aria-live=polite]")).hasText("Found");
    }

    @Test
    void aServerThatDoesNotAnswerIsAskedAgain() {
        BlockingQueue<Route> probes = holdProbes();
        show(BANNER);
        Route never = next(probes);
        assertThat(page().evaluate("() => limits.join()")).isEqualTo("5000");

        page().evaluate("() => expire()");

        answer(next(probes), 200);
        assertThat(page().locator(".connection-lost")).isEmpty();
        never.abort();
    }

    @Test
    void keptTextIsToldWithItsKeyAndOnlyWhileItIsTheKey() {
        show(KEPT_TEXT);
        page().evaluate("() => { kept.key = 'one'; type('typed'); }");

        page().evaluate("() => { kept.key = 'one'; kept.key = 'two'; return later(); }");
        assertThat(page().evaluate("() => heard.join()")).isEqualTo("");

        page().evaluate("() => { kept.key = 'one'; return later(); }");
        assertThat(page().evaluate("() => heard.join()")).isEqualTo("one: typed");
    }

    /** The answer to what was typed arrives together with another task. */
    @Test
    void keptTextIsConfirmedUnderItsOwnKey() {
        show(KEPT_TEXT);
        page().evaluate("() => { kept.key = 'one'; type('typed'); kept.key = 'two'; type('other'); }");

        page().evaluate("() => { kept.confirm('one', 'title', 'typed'); kept.confirm('two', 'title', 'typed'); }");

        assertThat(page().evaluate("() => Object.keys(sessionStorage).join()")).isEqualTo("graph-tracker.kept.two");
    }
}

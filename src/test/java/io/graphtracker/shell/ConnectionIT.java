package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.OwnServer;
import io.graphtracker.testing.TemporaryHome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a page says and keeps while its server is away. */
class ConnectionIT extends BrowserTest {

    @Test
    void theLossOfTheConnectionIsToldInWords() {
        openSample();
        Locator banner = page().locator(".connection-lost");

        page().context().setOffline(true);

        assertThat(banner).containsText("Graph Tracker cannot be reached.");
        assertThat(banner).isInViewport();
        assertThat(banner).hasAttribute("role", "alert");
        Axe.assertNoViolations(page());

        page().context().setOffline(false);

        assertThat(banner).isHidden();
        assertThat(page().locator("connection-banner [aria-live=polite]"))
                .hasText("Graph Tracker can be reached again.");
        forgetConsole();
    }

    @Test
    void aPageThatOnlyListensNoticesThatItsServerIsGone() {
        Path home = TemporaryHome.create();
        try (OwnServer server = OwnServer.start(home)) {
            page().navigate("http://localhost:" + server.port() + "/");
            page().locator("h1").waitFor();
            page().waitForFunction("() => window.vaadinPush?.atmosphere");
        }

        assertThat(page().locator(".connection-lost")).isVisible();
        // away from there, or it would go on asking
        page().navigate("about:blank");
        forgetConsole();
    }
}

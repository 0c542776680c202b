package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.Task;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.OwnServer;
import io.graphtracker.testing.TemporaryHome;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a page says and keeps while its server is away. */
@Thorough
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
        expectInConsole("Failed to load resource", "WebSocket");
    }

    @Test
    void aPageThatWentOfflineBeforeAnythingListenedNoticesIt() {
        open("/help");
        page().context().setOffline(true);

        page().evaluate("""
                () => {
                  window.Vaadin.connectionState.state = 'connected';
                  const late = document.createElement('connection-banner');
                  Object.assign(late, {id: 'late', lostText: 'Lost', foundText: 'Found'});
                  document.body.append(late);
                }""");

        assertThat(page().locator("#late .connection-lost")).hasText("Lost");
        expectInConsole("Failed to load resource", "WebSocket");
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
        expectInConsole("Failed to load resource", "WebSocket");
    }

    @Test
    void whatIsTypedWhileTheServerIsAwayIsSavedWhenItIsBack() throws IOException {
        Path home = TemporaryHome.create();
        int port = freePort();
        String address;
        try (OwnServer server = OwnServer.start(home, port)) {
            UUID project =
                    server.bean(ProjectService.class).create("Move house").id();
            UUID task = server.bean(GraphFixture.class)
                    .addTask(project, "Pack", new Position(0, 0))
                    .id();
            address = "http://localhost:" + port + "/projects/" + project + "?task=" + task;
            page().navigate(address);
            assertThat(title()).hasValue("Pack");
            page().waitForFunction("() => window.vaadinPush?.atmosphere");
        }
        assertThat(page().locator(".connection-lost")).isVisible();
        title().fill("Pack boxes");
        page().locator("#taskDescription textarea").fill("Books first");

        try (OwnServer server = OwnServer.start(home, port)) {
            // the new server does not know the page, which loads itself again
            assertThat(page().locator(".connection-lost"))
                    .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
            assertThat(page()).hasURL(address);
            page().waitForCondition(() -> stored(server).equals(List.of("Pack boxes", "Books first")));
            assertThat(title()).hasValue("Pack boxes");
            page().navigate("about:blank");
        }
        expectInConsole("Failed to load resource", "WebSocket");
    }

    /** The name of the session's cookie has the configured port in it, so both servers have to be told the same. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Locator title() {
        return page().locator("#taskTitle input");
    }

    private static List<String> stored(OwnServer server) {
        UUID project = server.bean(ProjectService.class).list(false).getFirst().id();
        Task task = server.bean(GraphFixture.class).load(project).tasks().getFirst();
        return List.of(task.title(), task.description());
    }
}

package io.graphtracker.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.graphtracker.backup.ChildProcess;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.Task;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.DyingServer;
import io.graphtracker.testing.DyingServer.Moment;
import io.graphtracker.testing.OwnServer;
import io.graphtracker.testing.TemporaryHome;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that dies in the middle of a change: when it is back, the page shows what is stored. */
@Thorough
class DyingServerIT extends BrowserTest {

    @ParameterizedTest
    @EnumSource(Moment.class)
    void thePageShowsWhatIsStored(Moment moment, @TempDir Path temporary) throws Exception {
        Path home = TemporaryHome.create();
        int port = freePort();
        UUID project;
        Task pack;
        try (OwnServer server = OwnServer.start(home, port)) {
            project = server.bean(ProjectService.class).create("Move house").id();
            pack = server.bean(GraphFixture.class).addTask(project, "Pack", new Position(0, 0));
        }
        try (ChildProcess server = ChildProcess.startWhole(DyingServer.class, temporary, home, port, moment)) {
            server.line("ready"::equals);
            page().navigate("http://localhost:" + port + "/projects/" + project + "?task=" + pack.id());
            assertThat(title()).hasValue("Pack");
            page().waitForFunction("() => document.querySelector('graph-canvas').settled && vaadinPush?.atmosphere");
            server.goOn();
            server.line("armed"::equals);

            byId("graphCanvas").press("Alt+ArrowRight");
            server.awaitEnd();
        }
        assertThat(page().evaluate("() => document.querySelector('graph-canvas').stage.store.x[0]"))
                .as("where it was put")
                .isEqualTo(20);
        assertThat(lost()).isVisible();
        title().fill("Pack boxes");

        try (OwnServer server = OwnServer.start(home, port)) {
            GraphFixture graphs = server.bean(GraphFixture.class);
            double stored =
                    graphs.find(project, pack.id()).orElseThrow().position().x();
            assertThat(stored).isEqualTo(moment == Moment.BEFORE_COMMIT ? 0 : 20);
            assertThat(lost()).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
            page().waitForFunction("x => document.querySelector('graph-canvas')?.stage?.store.x[0] === x", stored);
            page().waitForCondition(() ->
                    graphs.find(project, pack.id()).orElseThrow().title().equals("Pack boxes"));
            page().navigate("about:blank");
        }
        expectInConsole("Failed to load resource", "WebSocket");
    }

    private Locator lost() {
        return page().locator(".connection-lost");
    }

    private Locator title() {
        return page().locator("#taskTitle input");
    }

    /** The name of the session's cookie has the configured port in it, so all servers have to be told the same. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

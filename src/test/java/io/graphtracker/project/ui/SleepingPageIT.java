package io.graphtracker.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.util.Arrays;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * A page whose computer was asleep, for minutes or for an hour: nothing reached it, others went on, and perhaps its
 * session ended.
 */
@Thorough
class SleepingPageIT extends BrowserTest {

    @Autowired
    private ProjectService projects;

    @Autowired
    private GraphFixture graphs;

    @Autowired
    private Preferences preferences;

    @Autowired
    private ServletWebServerApplicationContext application;

    private UUID project;
    private Task pack;
    private Task drive;

    @BeforeEach
    void openPlan() {
        project = projects.create("Move house").id();
        pack = graphs.addTask(project, "Pack", new Position(0, 0));
        drive = graphs.addTask(project, "Drive", new Position(300, 0));
        open("/projects/" + project + "?task=" + pack.id());
        page().waitForFunction("() => document.querySelector('graph-canvas')?.settled && vaadinPush?.atmosphere");
    }

    private void fallAsleep() {
        page().context().setOffline(true);
        assertThat(page().locator(".connection-lost")).isVisible();
    }

    private void wakeUp() {
        page().context().setOffline(false);
        assertThat(page().locator(".connection-lost")).isHidden();
    }

    private Task changeElsewhere() {
        graphs.update(pack.id(), pack.details(), new TaskDetails("Pack boxes", "", pack.status(), 2.0));
        Task unpack = graphs.addTask(project, "Unpack", new Position(600, 0));
        graphs.connect(pack.id(), unpack.id());
        graphs.delete(drive.id());
        return unpack;
    }

    /** As Tomcat does after half an hour without a request. */
    private void endSessions() {
        TomcatWebServer server = (TomcatWebServer) application.getWebServer();
        Context context = (Context) server.getTomcat().getHost().findChildren()[0];
        Arrays.stream(context.getManager().findSessions()).forEach(Session::expire);
    }

    /** Until the page has told where it is looking, and got the answer. */
    private void awaitRest() {
        page().waitForCondition(
                        () -> preferences.find("project." + project + ".view").isPresent());
        page().waitForFunction("() => !Object.values(Vaadin.Flow.clients).some(client => client.isActive?.())");
    }

    private void assertShows(Task unpack) {
        assertThat(title()).hasValue("Pack boxes");
        page().waitForFunction(
                        "([there, gone]) => { const canvas = document.querySelector('graph-canvas');"
                                + "return canvas?.positionOf?.(there) && !canvas.positionOf(gone)"
                                + "&& canvas.stage.store.dependencies.id.length === 1; }",
                        new String[] {unpack.id().toString(), drive.id().toString()});
        assertThat(page().locator("#outline > summary")).hasText("Outline: 2 tasks");
    }

    private Locator title() {
        return page().locator("#taskTitle input");
    }

    private Locator description() {
        return page().locator("#taskDescription textarea");
    }

    @Test
    void whatOthersDidMeanwhileIsShown() {
        fallAsleep();
        Task unpack = changeElsewhere();
        assertThat(title()).hasValue("Pack");

        wakeUp();

        assertShows(unpack);
        description().fill("Books first");
        description().press("Tab");
        page().waitForCondition(() ->
                graphs.find(project, pack.id()).orElseThrow().description().equals("Books first"));
        expectInConsole("Failed to load resource", "WebSocket");
    }

    @Test
    void aPageWhoseSessionHasEndedLoadsItselfAgainWithWhatWasTyped() {
        page().evaluate("() => window.sameDocument = true");
        fallAsleep();
        description().fill("Books first");
        Task unpack = changeElsewhere();
        endSessions();

        wakeUp();

        assertShows(unpack);
        assertThat(page().evaluate("() => window.sameDocument ?? false")).isEqualTo(false);
        assertThat(description()).hasValue("Books first");
        page().waitForCondition(() ->
                graphs.find(project, pack.id()).orElseThrow().description().equals("Books first"));
        expectInConsole("Failed to load resource", "WebSocket");
    }

    /** It was awake all the time, but nobody used it, and what keeps its session alive was held back. */
    @Test
    void aPageThatIsUsedAfterItsSessionHasEndedLoadsItselfAgain() {
        awaitRest();
        endSessions();
        Task unpack = changeElsewhere();

        byId("graphCanvas").press("ArrowRight");

        assertShows(unpack);
        expectInConsole("Failed to load resource", "WebSocket");
    }
}

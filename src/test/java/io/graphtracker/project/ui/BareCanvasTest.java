package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.graphtracker.testing.BrowserTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.data.Offset;

/**
 * The ground for tests of the canvas by itself: on a page that has nothing else, and fed by the test, so that a page
 * is there in no time.
 */
abstract class BareCanvasTest extends BrowserTest {

    protected static final Offset<Double> ROUNDED = Offset.offset(0.5);

    private static final String PATH = "/bare-canvas";

    private static final String PAGE = """
            <!doctype html>
            <html lang="en" style="color-scheme: light dark">
            <head>
              <title>Canvas</title>
              <link rel="stylesheet" href="/app/css/tokens.css">
              <link rel="stylesheet" href="/app/css/graph.css">
              <link rel="icon" href="/app/favicon.svg">
            </head>
            <body style="margin: 0; font-family: sans-serif">
              <h1 hidden>Canvas</h1>
              <input id="field" style="position: absolute; top: 0; right: 0; width: 40px">
              <div style="position: relative; height: 100vh; margin-top: 40px">
                <graph-canvas id="graphCanvas" tabindex="0" role="application" aria-label="Graph"></graph-canvas>
              </div>
              <script type="module">
                window.heard = [];
                const canvas = document.querySelector('graph-canvas');
                for (const type of ['selection-changed', 'nodes-moved', 'node-activated', 'task-requested', 'dependency-requested',
                    'delete-requested', 'view-changed', 'graph-loaded', 'graph-unavailable']) {
                  canvas.addEventListener(type, (event) => heard.push({type, ...event.detail}));
                }
                canvas.texts = {loading: 'Loading', unavailable: 'Unavailable', retry: 'Try again', inGroup: 'in {0}',
                    dependsOn: 'dependencies: {0}', leadsTo: 'dependents: {0}',
                    selected: 'Selected: {0}', nothingSelected: 'Nothing selected',
                    statuses: {planned: 'Planned', done: 'Done'}};
                canvas.views = window.wantedViews ?? {};
                canvas.source = '/bare-canvas/graph';
              </script>
              <script type="module" src="/app/graph-canvas.nocache.js"></script>
            </body>
            </html>
            """;

    /** As that of the application's pages, see SecurityHeaders. */
    private static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

    private final AtomicReference<String> answer = new AtomicReference<>("");

    /** Opens the page, and waits until the graph and its lines are drawn. */
    protected void show(CanvasColumns graph) {
        show(page(), graph);
    }

    protected void show(NewContextOptions options, CanvasColumns graph) {
        use(newProfile(options));
        show(graph);
    }

    private void show(Page page, CanvasColumns graph) {
        answerWith(graph.json());
        openBare(page);
        awaitSettled();
    }

    protected void openBare(Page page) {
        page.route(
                "**" + PATH,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setHeaders(Map.of("Content-Security-Policy", POLICY))
                        .setBody(PAGE)));
        page.route("**" + PATH + "/graph", this::fulfill);
        page.navigate("http://localhost:" + port() + PATH);
    }

    /** What the next requests for the graph get; nothing for an error. */
    protected void answerWith(String json) {
        answer.set(json);
    }

    protected void fulfill(Route route) {
        String json = answer.get();
        route.fulfill(new Route.FulfillOptions()
                .setStatus(json.isEmpty() ? 503 : 200)
                .setContentType("application/json")
                .setBody(json));
    }

    protected void awaitSettled() {
        page().waitForFunction("() => document.querySelector('graph-canvas').settled");
    }

    /** Calls something on the canvas. */
    protected Object canvas(String call) {
        return page().evaluate("() => document.querySelector('graph-canvas')." + call);
    }

    /** Where a task or group is in the window. */
    protected Box position(String id) {
        return Box.of((Map<?, ?>) canvas("positionOf('" + id + "')"));
    }

    /** Changes of the zoom show in the width of tasks, which is 172 at zoom 1. */
    protected double zoom(String taskId) {
        return position(taskId).width() / 172;
    }

    protected record Box(double x, double y, double width, double height) {

        static Box of(Map<?, ?> map) {
            return new Box(number(map, "x"), number(map, "y"), number(map, "width"), number(map, "height"));
        }

        private static double number(Map<?, ?> map, String key) {
            return map.get(key) instanceof Number number ? number.doubleValue() : 0;
        }

        double middleX() {
            return x + width / 2;
        }

        double middleY() {
            return y + height / 2;
        }
    }

    protected Box positionOfDependency(String id) {
        return Box.of((Map<?, ?>) canvas("positionOfDependency('" + id + "')"));
    }

    protected void click(String id) {
        Box box = position(id);
        page().mouse().click(box.middleX(), box.middleY());
    }

    protected void drag(double fromX, double fromY, double toX, double toY) {
        page().mouse().move(fromX, fromY);
        page().mouse().down();
        page().mouse().move((fromX + toX) / 2, (fromY + toY) / 2);
        page().mouse().move(toX, toY);
        page().mouse().up();
    }

    /** What the canvas has told of one kind since the last look. */
    @SuppressWarnings("unchecked")
    protected List<Map<String, Object>> heard(String type) {
        return (List<Map<String, Object>>) page().evaluate("""
                type => {
                  const found = heard.filter(event => event.type === type);
                  heard = heard.filter(event => event.type !== type);
                  return found.map(({type: _, ...detail}) => detail);
                }""", type);
    }

    protected Map<String, Object> heardOnce(String type) {
        List<Map<String, Object>> all = heard(type);
        assertThat(all).as(type).hasSize(1);
        return all.getFirst();
    }

    protected Object selection() {
        return canvas("selection");
    }
}

package io.graphtracker.project;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Measures the canvas of an open project in the browser. One movement a frame, as a hand makes them: idle frames
 * would hide slow ones.
 */
final class CanvasProbe implements AutoCloseable {

    private static final String CANVAS = "document.querySelector('graph-canvas')";

    private static final String FRAMES = """
            async (what) => {
              const canvas = document.querySelector('graph-canvas');
              const surface = canvas.querySelector('canvas');
              const box = surface.getBoundingClientRect();
              const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
              const wheel = (deltaX, deltaY, ctrlKey) => surface.dispatchEvent(new WheelEvent('wheel',
                  {deltaX, deltaY, ctrlKey, clientX: x, clientY: y, bubbles: true, cancelable: true}));
              const pointer = (type, clientX, clientY) => surface.dispatchEvent(new PointerEvent(type,
                  {clientX, clientY, pointerId: 1, pointerType: 'mouse', button: 0, bubbles: true}));
              const frame = () => new Promise(requestAnimationFrame);
              const task = canvas.stage.store.id.findIndex((_, at) => !canvas.stage.store.group[at]);
              const place = canvas.positionOf(canvas.stage.store.id[task]);
              const steps = {
                pan: (step) => wheel(step % 40 < 20 ? 30 : -30, step % 40 < 20 ? 12 : -12, false),
                zoomIn: () => wheel(0, -5, true),
                zoomOut: () => wheel(0, 5, true),
                drag: (step) => pointer('pointermove', place.x + 20 + 3 * step, place.y + 20 + 2 * step),
              };
              if (what === 'drag') {
                surface.setPointerCapture = () => {};
                pointer('pointerdown', place.x + 20, place.y + 20);
              }
              const times = [];
              let last = await frame();
              for (let step = 0; step < 90; step++) {
                steps[what](step);
                const now = await frame();
                times.push(now - last);
                last = now;
              }
              if (what === 'drag') {
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
                delete surface.setPointerCapture;
              }
              times.sort((a, b) => a - b);
              return [times[45], times[85], times[89]];
            }""";

    private final BrowserContext profile;
    private final Page page;
    private final String address;

    CanvasProbe(Browser browser, String address) {
        profile = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        page = profile.newPage();
        page.setDefaultTimeout(180_000);
        this.address = address;
    }

    /** Seconds from the address to the drawn graph, and from there until all lines have been found. */
    double[] open() {
        long begin = System.nanoTime();
        page.navigate(address);
        page.waitForFunction("() => " + CANVAS + "?.viewing?.begun");
        long drawn = System.nanoTime();
        page.waitForFunction("() => " + CANVAS + ".settled");
        return new double[] {(drawn - begin) / 1e9, (System.nanoTime() - drawn) / 1e9};
    }

    void fit() {
        page.evaluate("async () => { " + CANVAS + ".fit(); await new Promise(done => setTimeout(done, 400)); }");
    }

    void resetView() {
        page.evaluate("async () => { " + CANVAS + ".resetView(); await new Promise(done => setTimeout(done, 400)); }");
    }

    /** Milliseconds a frame: median, 95th percentile, worst. */
    double[] frames(String what) {
        List<?> times = (List<?>) page.evaluate(FRAMES, what);
        return times.stream().mapToDouble(time -> ((Number) time).doubleValue()).toArray();
    }

    /** Milliseconds from a change until the canvas shows it. */
    double afterChange(Runnable change) {
        Object revision = page.evaluate("() => " + CANVAS + ".stage.store.revision");
        long begin = System.nanoTime();
        change.run();
        page.waitForFunction("revision => " + CANVAS + ".stage.store.revision > revision", revision);
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Kilobytes of the graph as they come over the wire, and as they are. */
    double[] kilobytes() {
        Map<?, ?> sizes = (Map<?, ?>) page.evaluate("""
                async () => {
                  const url = new URL(document.querySelector('graph-canvas').source, document.baseURI);
                  performance.clearResourceTimings();
                  await (await fetch(url, {cache: 'reload'})).arrayBuffer();
                  const {encodedBodySize, decodedBodySize} = performance.getEntriesByName(url.href).at(-1);
                  return {encoded: encodedBodySize / 1000, decoded: decodedBodySize / 1000};
                }""");
        return new double[] {
            ((Number) sizes.get("encoded")).doubleValue(), ((Number) sizes.get("decoded")).doubleValue()
        };
    }

    /** Seconds that a picture of the whole graph takes. */
    double picture() {
        long begin = System.nanoTime();
        page.waitForDownload(() -> page.evaluate("() => " + CANVAS + ".screenshot('plan.png')"));
        return (System.nanoTime() - begin) / 1e9;
    }

    int missingWays() {
        return ((Number) page.evaluate("() => " + CANVAS + ".missingWays")).intValue();
    }

    @Override
    public void close() {
        profile.close();
    }
}

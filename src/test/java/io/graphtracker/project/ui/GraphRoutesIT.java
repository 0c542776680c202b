package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.Thorough;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines of dependencies run around everything they do not belong to. */
@Thorough
class GraphRoutesIT extends BareCanvasTest {

    /**
     * Places boxes at random without overlap, some of them in groups with titles, and routes between them; then moves
     * some and routes again. Counts lines that meet a box that is not theirs, that were not found, and that run along
     * each other.
     */
    private static final String RANDOM_GRAPHS = """
            async (graphs) => {
              const {Routes} = await import('/app/graph-routes.nocache.js');
              let seed = 20261130;
              const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
              const apart = (a, b, gap) => a[0] - gap >= b[2] || a[2] + gap <= b[0] || a[1] - gap >= b[3] || a[3] + gap <= b[1];
              const found = {lines: 0, crossing: 0, missing: 0, slanted: 0, together: 0, example: ''};
              const check = (graph, boxes, links, answer, lines) => {
                const paths = [];
                found.missing += answer.missing;
                // only what has changed is answered
                answer.numbers.forEach((number, at) =>
                    lines.set(number, answer.points.slice(answer.starts[at], answer.starts[at + 1])));
                lines.forEach((points, number) => {
                  const [, source, target] = links.find((link) => link[0] === number);
                  paths.push({source, target, points});
                  found.lines++;
                  for (let k = 2; k < points.length; k += 2) {
                    const x = [points[k - 2], points[k]].sort((a, b) => a - b);
                    const y = [points[k - 1], points[k + 1]].sort((a, b) => a - b);
                    if (x[0] !== x[1] && y[0] !== y[1]) {
                      found.slanted++;
                    }
                    for (const [box, ...extent] of boxes) {
                      if (box !== source && box !== target && !apart([x[0], y[0], x[1], y[1]], extent, 0)) {
                        found.crossing++;
                        found.example ||= `graph ${graph}: ${source} to ${target} meets ${box}`;
                      }
                    }
                  }
                });
                const stretches = paths.flatMap(({source, target, points}) => Array.from({length: points.length / 2 - 1}, (_, k) => {
                  const axis = points[2 * k] === points[2 * k + 2] ? 0 : 1;
                  const [from, to] = [points[2 * k + 1 - axis], points[2 * k + 3 - axis]];
                  return {source, target, axis, place: points[2 * k + axis], least: Math.min(from, to), most: Math.max(from, to)};
                }));
                stretches.sort((a, b) => a.axis - b.axis || a.place - b.place);
                stretches.forEach((a, first) => {
                  for (let next = first + 1; next < stretches.length; next++) {
                    const b = stretches[next];
                    if (b.axis !== a.axis || b.place - a.place >= 1) break;
                    const length = Math.min(a.most, b.most) - Math.max(a.least, b.least);
                    if (length > 10 && a.source !== b.source && a.target !== b.target) found.together++;
                  }
                });
              };
              for (let graph = 0; graph < graphs; graph++) {
                const count = 10 + Math.floor(random() * 40);
                const size = 300 + 220 * Math.sqrt(count);
                const boxes = [];
                const place = (number, gap) => {
                  for (let attempt = 0; attempt < 60; attempt++) {
                    const height = 44 + 16 * Math.floor(random() * 3);
                    const x = Math.round(random() * size);
                    const y = Math.round(random() * size);
                    const box = [number, x, y, x + 172, y + height];
                    if (boxes.every((other) => other[0] === number || apart(box.slice(1), other.slice(1), gap))) return box;
                  }
                };
                for (let number = 0; number < count; number++) {
                  const box = place(number, 24);
                  if (box) {
                    boxes.push(box);
                  }
                }
                // titles of groups, which are in the way, too
                for (let number = 1000; number < 1004; number++) {
                  const box = place(number, 24);
                  if (box) {
                    boxes.push([...box.slice(0, 4), box[2] + 34]);
                  }
                }
                const tasks = boxes.filter(([number]) => number < 1000).map(([number]) => number);
                const links = [];
                for (let number = 2000; number < 2000 + tasks.length * 1.5; number++) {
                  const [source, target] = [tasks[Math.floor(random() * tasks.length)], tasks[Math.floor(random() * tasks.length)]];
                  if (source !== target && !links.some((link) => link[1] === source && link[2] === target)) {
                    links.push([number, source, target]);
                  }
                }
                const routes = new Routes();
                const lines = new Map();
                routes.update({boxes: boxes.map((box) => [...box, 1]), links});
                check(graph, boxes, links, routes.lines(), lines);
                // as during a drag
                for (let step = 0; step < 2; step++) {
                  const moved = Math.floor(random() * tasks.length);
                  const box = place(boxes[moved][0], 24);
                  if (box) {
                    boxes[moved] = box;
                    routes.update({boxes: [[...box, 1]], links: [], live: step < 1});
                    check(graph, boxes, links, routes.lines(), lines);
                  }
                }
              }
              return found;
            }""";

    @Test
    void linesOfRandomGraphsCrossNothing() {
        show(new CanvasColumns());

        Map<?, ?> found = (Map<?, ?>) page().evaluate(RANDOM_GRAPHS, 200);

        int lines = ((Number) found.get("lines")).intValue();
        assertThat(lines).isGreaterThan(15_000);
        assertThat(found.get("crossing"))
                .as(String.valueOf(found.get("example")))
                .isEqualTo(0);
        assertThat(found.get("missing")).isEqualTo(0);
        assertThat(found.get("slanted")).isEqualTo(0);
        // pairs; some channels are too narrow for all that want to pass
        assertThat(((Number) found.get("together")).doubleValue() / lines).isLessThan(0.06);
    }

    /** The worker takes together what it was told while it was at work. */
    @Test
    void aLinkThatIsGoneBeforeItWasRoutedHasNoLine() {
        show(new CanvasColumns());

        assertThat(page().evaluate("""
                async () => {
                  const {Routes} = await import('/app/graph-routes.nocache.js');
                  const routes = new Routes();
                  const boxes = [[1, 0, 0, 100, 40, 1], [2, 300, 0, 400, 40, 1]];
                  routes.update({boxes, links: [[3, 1, 2], [4, 2, 1], [3, -1, -1]]});
                  return [...routes.lines().numbers].join();
                }""")).isEqualTo("4");
    }
}

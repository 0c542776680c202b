package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines of dependencies run around everything they do not belong to. */
class GraphRoutesIT extends BareCanvasTest {

    /**
     * Places boxes at random without overlap, some of them in groups with titles, and routes between them; then moves some and
     * routes again. Counts lines that meet a box that is not theirs, that were not found, and that run along each other.
     */
    private static final String RANDOM_GRAPHS = """
            async (graphs) => {
              const {Routes} = await import('/app/graph-routes.nocache.js');
              let seed = 20261130;
              const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
              const apart = (a, b, gap) => a[0] - gap >= b[2] || a[2] + gap <= b[0] || a[1] - gap >= b[3] || a[3] + gap <= b[1];
              const found = {lines: 0, crossing: 0, missing: 0, slanted: 0, together: 0, example: ''};
              const check = (graph, boxes, links, answer) => {
                const paths = [];
                found.missing += answer.missing;
                answer.numbers.forEach((number, at) => {
                  const [, source, target] = links.find((link) => link[0] === number);
                  const points = answer.points.slice(answer.starts[at], answer.starts[at + 1]);
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
                const stretches = paths.flatMap(({source, target, points}) => Array.from({length: points.length / 2 - 1}, (_, k) =>
                    ({source, target, at: points.slice(2 * k, 2 * k + 4)})));
                stretches.forEach((a, first) => stretches.slice(first + 1).forEach((b) => {
                  if (a.source === b.source || a.target === b.target) return;
                  for (const axis of [0, 1]) {
                    const level = (s) => s.at[axis] === s.at[axis + 2];
                    const ends = (s) => [s.at[1 - axis], s.at[3 - axis]].sort((p, q) => p - q);
                    if (level(a) && level(b) && Math.abs(a.at[axis] - b.at[axis]) < 1) {
                      const [[a1, a2], [b1, b2]] = [ends(a), ends(b)];
                      if (Math.min(a2, b2) - Math.max(a1, b1) > 10) found.together++;
                    }
                  }
                }));
              };
              for (let graph = 0; graph < graphs; graph++) {
                const count = 10 + Math.floor(random() * 50);
                const size = 300 + 170 * Math.sqrt(count);
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
                  const box = place(number, 12);
                  if (box) {
                    boxes.push(box);
                  }
                }
                // titles of groups, which are in the way, too
                for (let number = 1000; number < 1004; number++) {
                  const box = place(number, 12);
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
                routes.update({boxes: boxes.map((box) => [...box, 1]), links});
                check(graph, boxes, links, routes.lines());
                // as during a drag
                for (let step = 0; step < 3; step++) {
                  const moved = Math.floor(random() * tasks.length);
                  const box = place(boxes[moved][0], 12);
                  if (box) {
                    boxes[moved] = box;
                    routes.update({boxes: [[...box, 1]], links: [], live: step < 2});
                    check(graph, boxes, links, routes.lines());
                  }
                }
              }
              return found;
            }""";

    @Test
    void linesOfRandomGraphsCrossNothing() {
        openBare(page());
        forgetConsole();

        Map<?, ?> found = (Map<?, ?>) page().evaluate(RANDOM_GRAPHS, 200);

        System.out.println(found);
        assertThat(((Number) found.get("lines")).intValue()).isGreaterThan(10_000);
        assertThat(found.get("crossing"))
                .as(String.valueOf(found.get("example")))
                .isEqualTo(0);
        assertThat(found.get("missing")).isEqualTo(0);
        assertThat(found.get("slanted")).isEqualTo(0);
    }
}

package io.graphtracker.project;

import com.microsoft.playwright.Browser;
import io.graphtracker.BenchmarkPage;
import io.graphtracker.backup.Figures;
import io.graphtracker.testing.Chromium;
import io.graphtracker.testing.OwnServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures the page of a project, at growing sizes, in a real Chromium without a graphics processor, and writes the
 * part about the graph of {@code docs/benchmarks.md}. Run by {@code ./mvnw -Pbench verify}.
 */
@ExtendWith(Chromium.class)
class GraphBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.tasks", "50,500,2000,5000,20000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final Path REPORT = Path.of(System.getProperty("bench.report", "target/benchmarks.md"));

    /** The size that the goals are about. */
    private static final int GOAL = 5000;

    @TempDir
    private Path home;

    private final Map<Integer, Map<String, Figures>> results = new LinkedHashMap<>();

    @Test
    void measure(Browser browser) throws Exception {
        Files.createDirectories(home);
        try (OwnServer server = OwnServer.start(home)) {
            JdbcTemplate jdbc = server.bean(JdbcTemplate.class);
            ProjectService projects = server.bean(ProjectService.class);
            for (int tasks : SIZES) {
                ProjectSummary project = projects.create("Plan of " + tasks);
                new BenchPlan(jdbc, project.id()).fill(tasks);
                results.put(tasks, new LinkedHashMap<>());
                String address = "http://localhost:" + server.port() + "/projects/" + project.id();
                try (CanvasProbe probe = new CanvasProbe(browser, address)) {
                    // once without counting, so that browser and server are warm
                    probe.open();
                    for (int round = 0; round < ROUNDS; round++) {
                        measure(tasks, probe, server.bean(GraphFixture.class), project);
                    }
                    add(tasks, "lines not found", probe.missingWays());
                }
                BenchmarkPage.write(REPORT, "graph", text());
            }
        }
    }

    private void measure(int tasks, CanvasProbe probe, GraphFixture graphs, ProjectSummary project) {
        double[] opening = probe.open();
        add(tasks, "usable, s", opening[0]);
        add(tasks, "then until all lines run around all tasks, s", opening[1]);
        double[] kilobytes = probe.kilobytes();
        add(tasks, "graph over the wire, kB", kilobytes[0]);
        add(tasks, "graph, kB", kilobytes[1]);
        addFrames(tasks, "pan while reading", probe.frames("pan"));
        addFrames(tasks, "drag a task", probe.frames("drag"));
        Task task = graphs.load(project.id()).tasks().stream()
                .filter(each -> !each.group())
                .findFirst()
                .orElseThrow();
        add(
                tasks,
                "somebody else's change shows after, ms",
                probe.afterChange(() -> graphs.move(Map.of(
                        task.id(),
                        new Position(task.position().x() + 1, task.position().y())))));
        probe.fit();
        addFrames(tasks, "pan with all in view", probe.frames("pan"));
        addFrames(tasks, "zoom in", probe.frames("zoomIn"));
        addFrames(tasks, "zoom out", probe.frames("zoomOut"));
        probe.resetView();
        add(tasks, "picture, s", probe.picture());
    }

    private void addFrames(int tasks, String what, double[] times) {
        add(tasks, what + ": median, ms a frame", times[0]);
        add(tasks, what + ": p95", times[1]);
        add(tasks, what + ": worst", times[2]);
    }

    private void add(int tasks, String what, double value) {
        results.get(tasks).computeIfAbsent(what, key -> new Figures()).add(value);
    }

    private String text() {
        StringBuilder page = new StringBuilder(
                """
                ## The graph

                Written by `./mvnw -Pbench verify` on %s; do not edit by hand. The code is in `src/bench/java`.

                The page of a project in Chromium without a graphics processor, 1280 by 800, on %d processors that server, browser and its worker
                share. Plans have groups of 20 tasks and 1.6 dependencies for each task. Each figure is the median of %d rounds, with the least and the most
                in brackets. Frames are counted while something moves in each of them; 16.7 ms is the screen's own pace. 20,000 tasks are more than
                the design's 5,000: they show where it ends.

                """.formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), ROUNDS));
        StringJoiner head = new StringJoiner(" | ", "| ", " |\n").add("what");
        StringJoiner rule = new StringJoiner(" | ", "| ", " |\n").add("---");
        results.keySet().forEach(tasks -> {
            head.add("%,d / %,d".formatted(tasks, (int) (tasks * 1.6)));
            rule.add("---");
        });
        page.append(head).append(rule);
        List<String> rows = new ArrayList<>(results.values().iterator().next().keySet());
        for (String what : rows) {
            StringJoiner row = new StringJoiner(" | ", "| ", " |\n").add(what);
            results.values()
                    .forEach(figures -> row.add(
                            figures.containsKey(what) ? figures.get(what).text("") : "–"));
            page.append(row);
        }
        return page.append(goals()).toString();
    }

    private String goals() {
        Map<String, Figures> figures = results.get(GOAL);
        if (figures == null || !figures.containsKey("lines not found")) {
            return "";
        }
        StringBuilder table =
                new StringBuilder("\n### Goals at 5,000 / 8,000\n\n| goal | measured | |\n| --- | --- | --- |\n");
        goal(table, "usable ≤ 3 s", figures.get("usable, s"), 3);
        goal(table, "a change shows ≤ 300 ms later", figures.get("somebody else's change shows after, ms"), 300);
        for (String what : List.of("pan while reading", "pan with all in view", "zoom in", "zoom out", "drag a task")) {
            goal(table, what + ": median ≤ 17 ms", figures.get(what + ": median, ms a frame"), 17);
            goal(table, what + ": p95 ≤ 33.4 ms (two frames)", figures.get(what + ": p95"), 33.4);
        }
        goal(table, "no line without a way", figures.get("lines not found"), 0);
        return table.toString();
    }

    private static void goal(StringBuilder table, String name, Figures measured, double limit) {
        table.append(new StringJoiner(" | ", "| ", " |\n")
                .add(name)
                .add(Figures.number(measured.median()))
                .add(measured.median() <= limit ? "reached" : "**missed**"));
    }
}

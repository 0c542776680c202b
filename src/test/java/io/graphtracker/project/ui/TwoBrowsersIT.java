package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.graphtracker.project.Dependency;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.Task;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Depth;
import io.graphtracker.testing.Thorough;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people edit the same plan at once, and do not wait for each other. In the end, all have the same. */
@Thorough
class TwoBrowsersIT extends BrowserTest {

    private static final int STEPS = Depth.isThorough() ? 300 : 40;

    private static final String SETTLED = "() => document.querySelector('graph-canvas')?.settled";

    /** What a page shows, as lines of text; nothing while it waits for an answer. */
    private static final String SHOWN = """
            () => {
              if (Object.values(Vaadin.Flow.clients).some((client) => client.isActive?.())) return '';
              const {id, parent, title, statuses, status, x, y, collapsed, dependencies} =
                  document.querySelector('graph-canvas').stage.store;
              return [
                ...id.map((own, at) => [own, id[parent[at]] ?? '', title[at], statuses[status[at]], x[at], y[at],
                    collapsed[at] === 1].join(' | ')),
                ...dependencies.id.map((own, at) =>
                    [own, id[dependencies.source[at]], id[dependencies.target[at]]].join(' | ')),
              ].sort().join('\\n');
            }""";

    private static final String CONNECT = """
            ([from, to]) => {
              const {stage} = document.querySelector('graph-canvas');
              const {id} = stage.store;
              const [sourceId, targetId] = [id[from % id.length], id[to % id.length]];
              if (sourceId && sourceId !== targetId) stage.emit('dependency-requested', {sourceId, targetId});
            }""";

    private static final String RENAME = """
            (title) => {
              const field = document.querySelector('#taskTitle');
              if (field?.checkVisibility() && !field.readonly) {
                field.value = title;
                field.dispatchEvent(new Event('change', {bubbles: true}));
              }
            }""";

    private static final List<String> KEYS = List.of(
            "n",
            "n",
            "n",
            "Alt+ArrowRight",
            "Alt+ArrowDown",
            "Alt+ArrowLeft",
            "ArrowRight",
            "ArrowDown",
            "ArrowLeft",
            "Shift+ArrowUp",
            "Delete",
            "Control+z",
            "Control+z",
            "Control+Shift+z",
            "g",
            "u",
            "-",
            "+");

    @Autowired
    private ProjectService projects;

    @Autowired
    private GraphFixture graphs;

    private final Random random = new Random(20261130);
    private UUID project;

    @BeforeEach
    void makePlan() {
        project = projects.create("Move house").id();
        for (int i = 0; i < 6; i++) {
            graphs.addTask(project, "Task " + i, new Position(210 * i, 90 * (i % 2)));
        }
    }

    private void openPlan(Page target) {
        open(target, "/projects/" + project);
        target.waitForFunction(SETTLED);
    }

    @Test
    void bothPagesAndTheDatabaseEndWithTheSameGraph() {
        Page other = newProfile(new NewContextOptions());
        openPlan(page());
        openPlan(other);

        for (int step = 0; step < STEPS; step++) {
            edit(page(), "mine " + step);
            edit(other, "theirs " + step);
        }

        assertShowsWhatIsStored(page());
        assertShowsWhatIsStored(other);
        assertShowsWhatIsStored(page());
        assertThat(graphs.load(project).tasks()).isNotEmpty();
    }

    private void edit(Page target, String title) {
        switch (random.nextInt(6)) {
            case 0 -> target.evaluate(CONNECT, List.of(random.nextInt(1000), random.nextInt(1000)));
            case 1 -> target.evaluate(RENAME, title);
            case 2 -> drag(target);
            default -> {
                target.locator("graph-canvas").focus();
                target.keyboard().press(KEYS.get(random.nextInt(KEYS.size())));
            }
        }
    }

    private void drag(Page target) {
        Object box = target.evaluate(
                "at => { const canvas = document.querySelector('graph-canvas'); const {id} = canvas.stage.store;"
                        + "return id.length ? canvas.positionOf(id[at % id.length]) : null; }",
                random.nextInt(1000));
        if (box instanceof Map<?, ?> place) {
            double x = ((Number) place.get("x")).doubleValue() + 20;
            double y = ((Number) place.get("y")).doubleValue() + 10;
            target.mouse().move(x, y);
            target.mouse().down();
            target.mouse().move(x + random.nextInt(200) - 100, y + random.nextInt(200) - 100);
            target.mouse().up();
        }
    }

    private void assertShowsWhatIsStored(Page target) {
        try {
            target.waitForCondition(() -> target.evaluate(SHOWN).equals(stored()));
        } catch (TimeoutError e) {
            assertThat(String.valueOf(target.evaluate(SHOWN))).isEqualTo(stored());
        }
    }

    private String stored() {
        ProjectGraph graph = graphs.load(project);
        return Stream.concat(
                        graph.tasks().stream().map(TwoBrowsersIT::line),
                        graph.dependencies().stream().map(TwoBrowsersIT::line))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String line(Task task) {
        return join(
                task.id(),
                task.parentId() == null ? "" : task.parentId(),
                task.title(),
                task.status().slug(),
                number(task.position().x()),
                number(task.position().y()),
                task.collapsed());
    }

    private static String line(Dependency dependency) {
        return join(dependency.id(), dependency.sourceId(), dependency.targetId());
    }

    private static String join(Object... parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(" | "));
    }

    /** As JavaScript writes it. */
    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}

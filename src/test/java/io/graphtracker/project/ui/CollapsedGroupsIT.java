package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.TaskStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A collapsed group stands for all that is in it. */
class CollapsedGroupsIT extends BareCanvasTest {

    /** The stretches of a dependency's line that run through the box of a task. */
    private static final String MEETING = """
            ([dependency, task]) => {
              const {links, store, scene} = document.querySelector('graph-canvas').stage;
              const {route} = links.find(({ids}) => ids.includes(dependency));
              const at = 4 * store.indexOf(task);
              const [left, top, right, bottom] = scene.box.subarray(at, at + 4);
              const meeting = [];
              for (let k = 2; k < route.length; k += 2) {
                const x = [route[k - 2], route[k]].sort((a, b) => a - b);
                const y = [route[k - 1], route[k + 1]].sort((a, b) => a - b);
                if (x[0] < right && x[1] > left && y[0] < bottom && y[1] > top) meeting.push([...x, ...y].join());
              }
              return meeting.join('; ');
            }""";

    /** A group with another one in it, a task that stands in the way, and one behind it. */
    private static CanvasColumns plan() {
        return new CanvasColumns()
                .group("house", 0, 0, null)
                .task("walls", "Walls", -200, 300, "house", TaskStatus.PLANNED)
                .task("roof", "Roof", 200, 300, "house", TaskStatus.DONE)
                .group("cellar", 0, 500, "house")
                .task("dig", "Dig", 0, 500, "cellar", TaskStatus.DONE)
                .task("between", 300, 0)
                .task("after", 600, 0)
                .edge("walls", "after")
                .edge("dig", "after")
                .edge("dig", "walls");
    }

    private void showCollapsed() {
        show(plan().collapse("house"));
    }

    @Test
    void itIsOneBoxAndNothingOfItsContentIsDrawn() throws IOException {
        showCollapsed();

        assertThat(position("house").width()).isCloseTo(position("after").width(), ROUNDED);
        for (String inside : List.of("walls", "roof", "cellar", "dig")) {
            assertThat(canvas("positionOf('" + inside + "')")).as(inside).isNull();
        }
        try (InputStream svg =
                page().waitForDownload(() -> canvas("exportSvg('plan.svg')")).createReadStream()) {
            assertThat(new String(svg.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(">Group house<", ">Task after<")
                    .doesNotContain("Walls", "Roof", "Group cellar", "Dig");
        }
    }

    @Test
    void dependenciesOfItsContentAreOneLineAroundWhatStandsInTheWay() {
        showCollapsed();

        Box line = positionOfDependency("walls-after");
        assertThat(positionOfDependency("dig-after")).isEqualTo(line);
        assertThat(canvas("positionOfDependency('dig-walls')"))
                .as("inside of it")
                .isNull();
        assertThat(canvas("missingWays")).isEqualTo(0);
        assertThat(page().evaluate(MEETING, List.of("walls-after", "between"))).isEqualTo("");
        assertThat(page().evaluate(MEETING, List.of("walls-after", "house"))).isEqualTo("");
    }

    @Test
    void itIsSelectedAndMovedWithItsContent() {
        showCollapsed();
        click("house");
        assertThat(selection()).isEqualTo(List.of("house"));
        Box house = position("house");

        drag(house.middleX(), house.middleY(), house.middleX(), house.middleY() + 100 * zoom("after"));

        assertThat((List<?>) heardOnce("nodes-moved").get("moves"))
                .extracting(move -> String.valueOf(((Map<?, ?>) move).get("id")))
                .containsExactlyInAnyOrder("house", "walls", "roof", "cellar", "dig");
        page().locator("graph-canvas").press("ArrowRight");
        assertThat(selection()).as("along the line").isEqualTo(List.of("after"));
    }

    @Test
    void whatIsExpandedHasItsOwnLinesAndWhatIsCollapsedIsLeftAlone() {
        showCollapsed();
        canvas("patch({from: 1, to: 2, tasks: [{id: 'house', parentId: null, group: true, title: 'House',"
                + " status: 'planned', x: 0, y: 0, collapsed: false}]})");
        awaitSettled();
        assertThat(position("walls").y()).isPositive();
        assertThat(positionOfDependency("walls-after")).isNotEqualTo(positionOfDependency("dig-after"));
        assertThat(canvas("positionOfDependency('dig-walls')")).isNotNull();
        assertThat(page().evaluate(MEETING, List.of("walls-after", "between"))).isEqualTo("");
        canvas("selection = ['walls']");
        page().locator("graph-canvas").focus();
        Box after = position("after");

        canvas("patch({from: 2, to: 3, tasks: [{id: 'house', parentId: null, group: true, title: 'House',"
                + " status: 'planned', x: 0, y: 0, collapsed: true}]})");
        awaitSettled();
        page().keyboard().press("Alt+ArrowRight");

        assertThat(heard("nodes-moved")).as("nobody sees what would be moved").isEmpty();
        assertThat(position("after")).isEqualTo(after);
        assertThat(canvas("positionOf('walls')")).isNull();
    }

    @Test
    void groupsThatLieInEachOtherLieInNone() {
        show(plan().putInto("house", "cellar"));

        assertThat(position("dig").width()).isPositive();
        assertThat(position("house").width()).isPositive();
        assertThat(position("after").width()).isPositive();
    }
}

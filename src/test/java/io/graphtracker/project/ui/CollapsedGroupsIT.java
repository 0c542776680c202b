package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A collapsed group stands for all that is in it. */
@Thorough
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

    /** What is drawn, when it is. */
    private static final String PICTURE = """
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
              done(document.querySelector('graph-canvas canvas').toDataURL()))))""";

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

    private static String patchOfHouse(int revision, boolean collapsed) {
        return "{from: " + revision + ", to: " + (revision + 1) + ", tasks: [{id: 'house', parentId: null, group: true,"
                + " title: 'House', status: 'planned', x: 0, y: 0, collapsed: " + collapsed + "}]}";
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
        assertThat(svg())
                .contains(">Group house<", ">Task after<")
                .doesNotContain("Walls", "Roof", "Group cellar", "Dig");
    }

    @Test
    void allThatCanBeSelectedIncludesIt() {
        showCollapsed();

        page().locator("graph-canvas").focus();
        page().keyboard().press("Control+a");

        assertThat(selection()).isEqualTo(List.of("house", "between", "after"));
    }

    private String svg() throws IOException {
        try (InputStream svg =
                page().waitForDownload(() -> canvas("exportSvg('plan.svg')")).createReadStream()) {
            return new String(svg.readAllBytes(), StandardCharsets.UTF_8);
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
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "{id=house, x=0, y=100}",
                        "{id=walls, x=-200, y=400}",
                        "{id=roof, x=200, y=400}",
                        "{id=cellar, x=0, y=600}",
                        "{id=dig, x=0, y=600}");
        page().locator("graph-canvas").press("ArrowRight");
        assertThat(selection()).as("along the line").isEqualTo(List.of("after"));
    }

    @Test
    void itIsRevealedForWhatIsInIt() {
        showCollapsed();
        sendViewAway();
        canvas("reveal('dig')");
        page().waitForCondition(() -> Math.abs(position("house").middleX() - 640) < 1);

        sendViewAway();
        canvas("revealAll(['dig', 'between'])");
        page().waitForCondition(() ->
                Math.abs((position("house").middleX() + position("between").middleX()) / 2 - 640) < 1);
        sendViewAway();
        Box away = position("house");
        canvas("patch(" + patchOfHouse(1, false) + ")");
        awaitSettled();

        assertThat(position("walls").x()).as("long after it was asked for").isLessThan(away.x());
    }

    /** Where nothing of the plan is in view. */
    private void sendViewAway() {
        page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        canvas("viewing.goTo({x: -9000, y: -9000})");
        assertThat(position("house").x()).isGreaterThan(5000);
    }

    @Test
    void itIsMarkedIfACriticalTaskIsInIt() throws IOException {
        showCollapsed();
        String unmarked = svg();
        canvas("critical = {taskIds: ['house'], dependencyIds: []}");
        String marked = svg();
        assertThat(marked).isNotEqualTo(unmarked);

        canvas("critical = {taskIds: ['dig', 'walls'], dependencyIds: []}");

        assertThat(svg()).isEqualTo(marked);
        assertThat(farAway("['dig']")).isEqualTo(farAway("['house']")).isNotEqualTo(farAway("[]"));
    }

    private Object farAway(String criticalIds) {
        canvas("viewing.goTo({zoom: 0.1})");
        canvas("critical = {taskIds: " + criticalIds + ", dependencyIds: []}");
        return page().evaluate(PICTURE);
    }

    @Test
    void whatIsExpandedHasItsOwnLinesAndWhatIsCollapsedIsLeftAlone() {
        showCollapsed();
        canvas("patch(" + patchOfHouse(1, false) + ")");
        awaitSettled();
        assertThat(position("walls").y()).isPositive();
        assertThat(positionOfDependency("walls-after")).isNotEqualTo(positionOfDependency("dig-after"));
        assertThat(canvas("positionOfDependency('dig-walls')")).isNotNull();
        assertThat(page().evaluate(MEETING, List.of("walls-after", "between"))).isEqualTo("");
        canvas("selection = ['walls']");
        page().locator("graph-canvas").focus();
        Box after = position("after");

        canvas("patch(" + patchOfHouse(2, true) + ")");
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

        canvas("patch({from: 1, to: 2, tasks: [" + groupIn("house", "cellar") + ", " + groupIn("cellar", "house")
                + "]})");

        assertThat(position("dig").width()).as("told again").isPositive();
        assertThat(position("house").width()).isPositive();
    }

    private static String groupIn(String id, String parent) {
        return "{id: '" + id + "', parentId: '" + parent
                + "', group: true, title: 'Group', status: 'planned', x: 0, y: 0}";
    }
}

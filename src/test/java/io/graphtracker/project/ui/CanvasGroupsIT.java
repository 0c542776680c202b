package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.testing.Thorough;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups on the canvas: what is dragged into them and out of them, and their dependencies. */
@Thorough
class CanvasGroupsIT extends BareCanvasTest {

    private static final String TARGET = "stage.store.id[document.querySelector('graph-canvas').stage.target] ?? null";

    @BeforeEach
    void showPlan() {
        show(new CanvasColumns()
                .group("house", 0, 0, null)
                .group("roof", 0, 0, "house")
                .task("tiles", "Tiles", 100, 100, "roof", TaskStatus.PLANNED)
                .task("walls", "Walls", 100, 300, "house", TaskStatus.PLANNED)
                .group("garden", 600, 100, null)
                .task("pond", 600, 300)
                .edge("house", "pond")
                .edge("pond", "garden"));
    }

    private void carry(String id, double toX, double toY) {
        Box box = position(id);
        Mouse mouse = page().mouse();
        mouse.move(box.middleX(), box.middleY());
        mouse.down();
        mouse.move(toX, toY, new Mouse.MoveOptions().setSteps(4));
    }

    private Map<String, Object> drop() {
        page().mouse().up();
        return heardOnce("nodes-moved");
    }

    private static void assertRegrouped(Map<String, Object> moved, Object groupId, String... ids) {
        assertThat(moved).containsEntry("regrouped", List.of(ids)).containsEntry("groupId", groupId);
    }

    @Test
    void aTaskIsDroppedIntoTheInnermostGroupUnderThePointer() {
        Box roof = position("roof");
        carry("pond", roof.middleX(), roof.y() + roof.height() - 5);

        assertThat(canvas(TARGET)).isEqualTo("roof");
        assertThat(position("roof")).as("not stretched yet").isEqualTo(roof);
        assertRegrouped(drop(), "roof", "pond");
        assertThat(canvas(TARGET)).isNull();
        assertThat(position("roof").height()).isGreaterThan(roof.height());
    }

    @Test
    void aTaskDraggedOutDoesNotStretchItsGroup() {
        Box house = position("house");
        Box roof = position("roof");
        carry("walls", house.x() - 80, position("walls").middleY());

        assertThat(position("house")).isEqualTo(house);
        Map<String, Object> moved = drop();
        assertThat(moved).containsEntry("regrouped", List.of("walls"));
        assertThat(moved.get("groupId")).isNull();
        assertThat(position("house").height()).isLessThan(house.height());
        assertThat(position("roof")).isEqualTo(roof);
    }

    @Test
    void aGroupThatHasBecomeEmptyStaysWhereItWas() {
        Box roof = position("roof");
        Box house = position("house");
        carry("tiles", house.x() + 60, house.y() + house.height() - 10);

        Map<String, Object> moved = drop();
        assertRegrouped(moved, "house", "tiles");
        assertThat((List<?>) moved.get("moves"))
                .map(move -> String.valueOf(((Map<?, ?>) move).get("id")))
                .containsExactlyInAnyOrder("tiles", "roof");
        assertThat(position("roof").middleX()).isCloseTo(roof.middleX(), ROUNDED);
        assertThat(position("roof").middleY()).isCloseTo(roof.middleY(), ROUNDED);
    }

    @Test
    void aGroupIsDroppedIntoAnotherButNotIntoItself() {
        Box roof = position("roof");
        Mouse mouse = page().mouse();
        mouse.move(roof.x() + 6, roof.y() + roof.height() / 2);
        mouse.down();
        mouse.move(roof.x() + 30, roof.y() + roof.height() / 2 + 10);
        assertThat(canvas(TARGET)).isNull();
        mouse.move(position("garden").middleX(), position("garden").middleY());

        assertThat(canvas(TARGET)).isEqualTo("garden");
        assertRegrouped(drop(), "garden", "roof");
        Box garden = position("garden");
        Box tiles = position("tiles");
        assertThat(garden.x()).isLessThan(tiles.x());
        assertThat(garden.height()).isGreaterThan(tiles.height());
    }

    @Test
    void withinItsGroupATaskIsOnlyMoved() {
        Box walls = position("walls");
        carry("walls", walls.middleX() + 10, walls.middleY() + 10);

        assertThat(canvas(TARGET)).isNull();
        assertThat(drop()).containsEntry("regrouped", List.of());
    }

    @Test
    void escapePutsEverythingBack() {
        Box pond = position("pond");
        Box garden = position("garden");
        carry("pond", garden.middleX(), garden.middleY());
        page().keyboard().press("Escape");

        assertThat(canvas(TARGET)).isNull();
        assertThat(position("pond")).isEqualTo(pond);
        page().mouse().up();
        assertThat(heard("nodes-moved")).isEmpty();
    }

    /** The rule of {@code GroupProgress}, which its test spells out. */
    @ParameterizedTest
    @CsvSource({
        "PLANNED, PLANNED, planned",
        "DONE, DONE, done",
        "DONE, PLANNED, in-progress",
        "DISCUSS, PLANNED, discuss",
        "DISCUSS, DONE, in-progress",
        "BLOCKED, DONE, blocked"
    })
    void theStatusOfAGroupFollowsItsTasks(TaskStatus inner, TaskStatus outer, String expected) {
        show(new CanvasColumns()
                .group("house", 0, 0, null)
                .group("roof", 0, 0, "house")
                .task("tiles", "Tiles", 100, 100, "roof", inner)
                .task("walls", "Walls", 100, 300, "house", outer)
                .group("empty", 600, 100, null));

        assertThat(statusOf("house")).isEqualTo(expected);
        assertThat(statusOf("empty")).isNull();
    }

    private Object statusOf(String id) {
        return page().evaluate("""
                async id => {
                  const {statusOf} = await import('/app/graph-status.nocache.js');
                  const {scene, store} = document.querySelector('graph-canvas').stage;
                  return statusOf(scene, store.indexOf(id)) ?? null;
                }""", id);
    }

    /** From border to border, also where a group has a frame. */
    @Test
    void dependenciesOfGroupsAreDrawnAndCanBeSelected() {
        Box house = position("house");
        Box pond = position("pond");
        Box between = positionOfDependency("house-pond");

        assertThat(between.x()).isBetween(house.x() + house.width() - 1, pond.x() + 1);
        page().mouse().click(between.x(), between.y());
        assertThat(heardOnce("selection-changed")).containsEntry("dependencyId", "house-pond");
        Box toGarden = positionOfDependency("pond-garden");
        page().mouse().click(toGarden.x(), toGarden.y());
        assertThat(heardOnce("selection-changed")).containsEntry("dependencyId", "pond-garden");
    }
}

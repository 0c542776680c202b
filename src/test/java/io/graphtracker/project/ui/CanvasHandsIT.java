package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.MouseButton;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.testing.Thorough;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What mouse and wheel do on the canvas. */
@Thorough
class CanvasHandsIT extends BareCanvasTest {

    @BeforeEach
    void showPlan() {
        show(new CanvasColumns()
                .group("house", 0, 0, null)
                .task("pack", "Pack", 100, 100, "house", TaskStatus.DONE)
                .task("drive", "Drive", 400, 100, "house", TaskStatus.PLANNED)
                .task("unpack", 700, 400)
                .edge("pack", "drive")
                .edge("drive", "unpack"));
    }

    @Test
    void aClickSelectsAndTakesTheFocus() {
        page().locator("#field").focus();

        click("pack");

        assertThat(heardOnce("selection-changed")).containsEntry("ids", List.of("pack"));
        assertThat(hasFocus("graph-canvas")).isTrue();
        click("pack");
        assertThat(heard("selection-changed")).as("the same again").isEmpty();
        page().mouse().click(20, 700);
        assertThat(heardOnce("selection-changed")).containsEntry("ids", List.of());
        Box house = position("house");
        page().mouse().click(house.middleX(), house.y() + house.height() - 8);
        assertThat(selection()).isEqualTo(List.of("house"));
    }

    @Test
    void shiftAndCtrlSelectSeveral() {
        click("pack");
        page().keyboard().down("Shift");
        click("drive");
        page().keyboard().up("Shift");
        page().keyboard().down("Control");
        click("unpack");
        click("pack");
        page().keyboard().up("Control");

        assertThat(selection()).isEqualTo(List.of("drive", "unpack"));
    }

    @Test
    void aDragMovesAllThatIsSelectedAndTellsItOnce() {
        click("pack");
        page().keyboard().down("Shift");
        click("unpack");
        page().keyboard().up("Shift");
        Box pack = position("pack");
        Box drive = position("drive");

        drag(pack.middleX(), pack.middleY(), pack.middleX() + 60, pack.middleY() + 120);

        double zoom = zoom("pack");
        List<?> moves = (List<?>) heardOnce("nodes-moved").get("moves");
        assertThat(moves).hasSize(2).allMatch(move -> move instanceof Map<?, ?> map && map.size() == 3);
        Map<?, ?> first = (Map<?, ?>) moves.getFirst();
        assertThat(first.get("id")).isEqualTo("pack");
        assertThat(((Number) first.get("x")).doubleValue()).isCloseTo(100 + 60 / zoom, ROUNDED);
        assertThat(((Number) first.get("y")).doubleValue()).isCloseTo(100 + 120 / zoom, ROUNDED);
        assertThat(position("pack").x()).isCloseTo(pack.x() + 60, ROUNDED);
        assertThat(position("drive")).isEqualTo(drive);
        awaitSettled();
    }

    @Test
    void aGroupTakesAlongWhatIsInIt() {
        Box house = position("house");
        Box drive = position("drive");

        drag(house.x() + 4, house.y() + 60, house.x() + 4, house.y() + 160);

        List<?> moves = (List<?>) heardOnce("nodes-moved").get("moves");
        assertThat(moves)
                .map(move -> String.valueOf(((Map<?, ?>) move).get("id")))
                .containsExactlyInAnyOrder("house", "pack", "drive");
        assertThat(position("drive").y()).isCloseTo(drive.y() + 100, ROUNDED);
        assertThat(position("house").y()).isCloseTo(house.y() + 100, ROUNDED);
    }

    @Test
    void aBoxDraggedWithShiftSelectsWhatIsInIt() {
        Box house = position("house");
        page().keyboard().down("Shift");
        drag(house.x() - 20, house.y() - 20, house.x() + house.width() + 10, house.y() + house.height() + 20);
        page().keyboard().up("Shift");

        assertThat(selection()).isEqualTo(List.of("house", "pack", "drive"));
        assertThat(heard("nodes-moved")).isEmpty();
    }

    @Test
    void aBoxReplacesWhatIsSelectedOrAddsToItWithCtrl() {
        click("unpack");
        Box pack = position("pack");
        page().keyboard().down("Shift");
        drag(pack.x() - 4, pack.y() - 4, pack.x() + pack.width() + 4, pack.y() + pack.height() + 4);
        assertThat(selection()).isEqualTo(List.of("pack"));
        page().keyboard().up("Shift");

        click("unpack");
        page().keyboard().down("Shift");
        page().keyboard().down("Control");
        drag(pack.x() - 4, pack.y() - 4, pack.x() + pack.width() + 4, pack.y() + pack.height() + 4);
        page().keyboard().up("Control");
        page().keyboard().up("Shift");

        assertThat(selection()).isEqualTo(List.of("unpack", "pack"));
    }

    /** Panels open beside the canvas and below it while one works with the hand. */
    @Test
    void whatIsDrawnStaysWhereItIsWhenTheCanvasGetsAnotherSize() {
        Box pack = position("pack");
        page().setViewportSize(1000, 560);
        page().waitForFunction("() => document.querySelector('graph-canvas').stage.view.width === 1000");

        assertThat(position("pack").x()).isCloseTo(pack.x(), ROUNDED);
        assertThat(position("pack").y()).isCloseTo(pack.y(), ROUNDED);
    }

    @Test
    void theViewGoesBackFromAPathUnlessItWasMoved() {
        Box pack = position("pack");
        revealAll("unpack");
        assertThat(position("pack")).isNotEqualTo(pack);
        canvas("goBack()");
        page().waitForFunction(
                        "x => Math.abs(document.querySelector('graph-canvas').positionOf('pack').x - x) < 0.5",
                        pack.x());

        revealAll("unpack");
        page().mouse().move(600, 600);
        Box shown = position("pack");
        page().mouse().wheel(0, 50);
        page().waitForFunction("y => document.querySelector('graph-canvas').positionOf('pack').y !== y", shown.y());
        Box moved = position("pack");
        canvas("goBack()");
        page().evaluate("() => new Promise(requestAnimationFrame)");
        assertThat(position("pack")).isEqualTo(moved);
    }

    private void revealAll(String id) {
        canvas("revealAll(['" + id + "'])");
        page().waitForFunction("""
                id => {
                  const {x, width} = document.querySelector('graph-canvas').positionOf(id);
                  return Math.abs(x + width / 2 - innerWidth / 2) < 0.5;
                }""", id);
    }

    @Test
    void doubleClicksEditOrAskForATask() {
        Box pack = position("pack");
        page().mouse().dblclick(pack.middleX(), pack.middleY());
        assertThat(heardOnce("node-activated")).containsEntry("id", "pack");

        double zoom = zoom("pack");
        page().mouse().dblclick(pack.middleX(), pack.middleY() + 400);
        Map<String, Object> wanted = heardOnce("task-requested");
        assertThat(((Number) wanted.get("y")).doubleValue()).isCloseTo(100 + 400 / zoom, ROUNDED);
        assertThat(wanted).containsEntry("afterId", null);
        assertThat(heard("node-activated")).isEmpty();
    }

    @Test
    void aHandleDrawsADependencyOrANewTask() {
        Box pack = position("pack");
        Box unpack = position("unpack");
        page().mouse().move(pack.middleX(), pack.middleY());
        drag(pack.x() + pack.width(), pack.middleY(), unpack.middleX(), unpack.middleY());
        assertThat(heardOnce("dependency-requested"))
                .containsEntry("sourceId", "pack")
                .containsEntry("targetId", "unpack");

        click("pack");
        drag(pack.x() + pack.width() + 5, pack.middleY(), pack.middleX(), pack.middleY() + 400);
        assertThat(heardOnce("task-requested")).containsEntry("afterId", "pack");
        drag(pack.x() + pack.width() + 5, pack.middleY(), pack.middleX(), pack.middleY());
        assertThat(heard("dependency-requested")).as("onto itself").isEmpty();
        assertThat(heard("nodes-moved")).isEmpty();
    }

    @Test
    void aDependencyIsSelectedNearItsLineAndDeletedByKey() {
        Box line = positionOfDependency("drive-unpack");
        page().mouse().click(line.x() + 3, line.y() + 3);
        assertThat(heardOnce("selection-changed"))
                .containsEntry("ids", List.of())
                .containsEntry("dependencyId", "drive-unpack");
        page().keyboard().press("Delete");
        assertThat(heardOnce("delete-requested")).containsEntry("dependencyId", "drive-unpack");

        // the page answers a selection by one without tasks
        page().evaluate("() => { document.querySelector('graph-canvas').selection = []; }");
        page().keyboard().press("Backspace");
        assertThat(heardOnce("delete-requested")).containsEntry("dependencyId", "drive-unpack");
    }

    @Test
    void escapeCancelsWhatTheMouseDoes() {
        Box pack = position("pack");
        page().mouse().move(pack.middleX(), pack.middleY());
        page().mouse().down();
        page().mouse().move(pack.middleX() + 80, pack.middleY() + 80);
        assertThat(position("pack").x()).isCloseTo(pack.x() + 80, ROUNDED);

        page().keyboard().press("Escape");

        assertThat(position("pack")).isEqualTo(pack);
        page().mouse().up();
        assertThat(heard("nodes-moved")).isEmpty();
        assertThat(selection()).isEqualTo(List.of("pack"));
    }

    @Test
    void theBackgroundAndTheMiddleButtonMoveTheView() {
        Box pack = position("pack");
        drag(60, 700, 100, 650);
        assertThat(position("pack").x()).isCloseTo(pack.x() + 40, ROUNDED);
        assertThat(position("pack").y()).isCloseTo(pack.y() - 50, ROUNDED);

        pack = position("pack");
        page().mouse().move(pack.middleX(), pack.middleY());
        page().mouse().down(new Mouse.DownOptions().setButton(MouseButton.MIDDLE));
        page().mouse().move(pack.middleX() + 30, pack.middleY());
        page().mouse().up(new Mouse.UpOptions().setButton(MouseButton.MIDDLE));
        assertThat(position("pack").x()).isCloseTo(pack.x() + 30, ROUNDED);
        assertThat(heard("nodes-moved")).isEmpty();
        page().waitForFunction("() => heard.some(event => event.type === 'view-changed' && event.zoom > 0)");
    }

    @Test
    void theWheelMovesTheViewBothWaysAndZoomsAtThePointer() {
        page().evaluate("() => { document.body.style.height = '3000px'; }");
        Box pack = position("pack");
        page().mouse().move(pack.middleX(), pack.middleY());

        page().mouse().wheel(30, -20);
        page().waitForCondition(() -> Math.abs(position("pack").x() - pack.x() + 30) < 0.5);
        assertThat(position("pack").y()).isCloseTo(pack.y() + 20, ROUNDED);

        page().mouse().wheel(-30, 20);
        page().waitForCondition(() -> Math.abs(position("pack").x() - pack.x()) < 0.5);
        page().keyboard().down("Control");
        page().mouse().wheel(0, -100);
        page().waitForCondition(() -> position("pack").width() > pack.width());
        page().keyboard().up("Control");
        assertThat(position("pack").middleX()).isCloseTo(pack.middleX(), ROUNDED);
        assertThat(position("pack").middleY()).isCloseTo(pack.middleY(), ROUNDED);
        assertThat(page().evaluate("() => [scrollY, visualViewport.scale]"))
                .as("the page")
                .isEqualTo(List.of(0, 1));
    }
}

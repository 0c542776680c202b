package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.graphtracker.project.TaskStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keys do while the canvas has the focus. */
class CanvasKeysIT extends BareCanvasTest {

    @BeforeEach
    void showPlan() {
        show(new CanvasColumns()
                .group("house", 0, 0, null)
                .task("pack", "Pack", 0, 0, "house", TaskStatus.DONE)
                .task("near", 220, 90)
                .task("far", 440, 0)
                .task("below", 0, 300)
                .edge("pack", "far"));
        page().locator("graph-canvas").focus();
    }

    @Test
    void arrowsGoAlongDependenciesAndThenToWhatIsNear() {
        press("ArrowRight");
        assertThat(selection()).as("nothing was selected").isEqualTo(List.of("pack"));
        assertThat(spoken()).isEqualTo("Pack, Done, in Group house, dependents: 1");
        press("ArrowRight");
        assertThat(selection()).as("connected").isEqualTo(List.of("far"));
        assertThat(spoken()).isEqualTo("Task far, Planned, dependencies: 1");
        press("ArrowDown");
        assertThat(selection()).isEqualTo(List.of("near"));
        press("ArrowLeft");
        press("ArrowDown");
        assertThat(selection()).isEqualTo(List.of("below"));
        press("ArrowDown");
        assertThat(selection()).as("nothing is there").isEqualTo(List.of("below"));
        press("Shift+ArrowUp");
        assertThat(selection()).isEqualTo(List.of("below", "pack"));
        assertThat(spoken()).isEqualTo("Selected: 2");
    }

    @Test
    void whatIsSelectedOutsideTheViewComesIntoIt() {
        drag(600, 700, 600, 20);
        assertThat(position("pack").y()).isNegative();

        press("ArrowUp");
        press("ArrowUp");
        press("ArrowUp");

        assertThat(selection()).isEqualTo(List.of("pack"));
        assertThat(position("pack").y()).isPositive();
    }

    @Test
    void altWithArrowsMovesAndTellsItWhenTheKeyIsLetGo() {
        press("ArrowRight");
        page().keyboard().down("Alt");
        page().keyboard().down("ArrowRight");
        page().keyboard().down("ArrowRight");
        page().keyboard().down("ArrowRight");
        assertThat(heard("nodes-moved")).isEmpty();
        page().keyboard().up("ArrowRight");
        page().keyboard().up("Alt");

        assertThat(heardOnce("nodes-moved")).containsEntry("moves", List.of(Map.of("id", "pack", "x", 60, "y", 0)));
        page().keyboard().down("Alt");
        page().keyboard().down("ArrowDown");
        page().keyboard().press("Escape");
        page().keyboard().up("ArrowDown");
        page().keyboard().up("Alt");
        assertThat(heard("nodes-moved")).isEmpty();
    }

    @Test
    void whatSomebodyElseDeletesWhileItIsMovedLeavesTheViewWhereItIs() {
        press("ArrowRight");
        page().keyboard().down("Alt");
        page().keyboard().down("ArrowRight");
        Box below = position("below");

        canvas("patch({from: 1, to: 2, tasks: [], removedTasks: ['pack']})");
        page().keyboard().down("ArrowRight");
        page().keyboard().up("ArrowRight");
        page().keyboard().up("Alt");

        assertThat(position("below")).isEqualTo(below);
        assertThat(heard("nodes-moved")).isEmpty();
        press("ArrowLeft");
        assertThat(selection()).as("keys go on").isNotEqualTo(List.of("pack"));
    }

    @Test
    void ctrlWithArrowsMovesTheViewAndPageKeysZoomAroundTheMiddle() {
        Box pack = position("pack");
        press("Control+ArrowRight");
        press("Control+ArrowDown");
        assertThat(position("pack").x()).isCloseTo(pack.x() - 60, ROUNDED);
        assertThat(position("pack").y()).isCloseTo(pack.y() - 60, ROUNDED);
        double zoom = zoom("pack");
        press("PageUp");
        assertThat(zoom("pack")).isCloseTo(zoom * 1.25, offset(0.01));
        press("PageDown");
        press("PageDown");
        assertThat(zoom("pack")).isCloseTo(zoom / 1.25, offset(0.01));
        assertThat(selection()).isEqualTo(List.of());
    }

    @Test
    void enterDeleteEscapeAndAll() {
        press("Enter");
        press("Delete");
        assertThat(heard("node-activated")).as("nothing is selected").isEmpty();
        assertThat(heard("delete-requested")).isEmpty();
        press("Control+a");
        assertThat(selection()).isEqualTo(List.of("pack", "near", "far", "below"));
        press("Enter");
        assertThat(heardOnce("node-activated")).containsEntry("id", "below");
        press("F2");
        assertThat(heardOnce("node-activated")).containsEntry("id", "below");
        press("Delete");
        assertThat(heardOnce("delete-requested")).containsEntry("ids", List.of("pack", "near", "far", "below"));
        press("Escape");
        assertThat(selection()).isEqualTo(List.of());
        assertThat(spoken()).isEqualTo("Nothing selected");
    }

    /** They belong to the page around the canvas. */
    @Test
    void otherKeysAreLeftToThePage() {
        page().evaluate("""
                () => {
                  window.left = [];
                  addEventListener('keydown', event => event.defaultPrevented || left.push(event.key));
                }""");
        List<String> keys = List.of("n", "e", "/", "F2", "g", "+", "-", "0", "Tab", "ArrowRight");
        keys.forEach(this::press);
        page().locator("graph-canvas").focus();
        press("Control+z");

        assertThat(page().evaluate("() => left.filter(key => key !== 'Control')"))
                .isEqualTo(List.of("n", "e", "/", "F2", "g", "+", "-", "0", "Tab", "ArrowRight", "z"));
    }

    private void press(String key) {
        page().keyboard().press(key);
    }

    private Object spoken() {
        return page().locator("graph-canvas [aria-live]").textContent();
    }
}

package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

/** How the canvas shows that its tasks are arranged. */
class CanvasArrangeIT extends BareCanvasTest {

    private static final String ARRANGE = """
            () => {
              const canvas = document.querySelector('graph-canvas');
              const row = (id, x, y) =>
                ({id, parentId: null, group: false, title: 'Task ' + id, status: 'planned', x, y, collapsed: false});
              canvas.expectArrangement();
              canvas.patch({from: 1, to: 2, tasks: [row('a', 5000, 0), row('b', 5300, 0), row('far', 12000, 700)]});
            }""";

    private static CanvasColumns plan() {
        return new CanvasColumns()
                .task("a", 0, 0)
                .task("b", 0, 200)
                .task("far", 9000, 9000)
                .edge("a", "b");
    }

    @Test
    void theSelectedTaskStaysWhereItIsInTheViewWhileTheOthersGlide() {
        show(plan());
        click("a");
        Box before = position("a");

        page().evaluate(ARRANGE);
        awaitSettled();

        assertThat(position("a").x()).isCloseTo(before.x(), ROUNDED);
        assertThat(position("a").y()).isCloseTo(before.y(), ROUNDED);
        assertThat(position("b").x() - position("a").x()).isCloseTo(300 * zoom("a"), ROUNDED);
        assertThat(positionOfDependency("a-b").y()).isCloseTo(position("a").middleY(), ROUNDED);
    }

    @Test
    void whatWasSeenAsAWholeIsSeenAsAWholeAfterwards() {
        show(plan());
        canvas("fit()");
        awaitStill();

        page().evaluate(ARRANGE);
        awaitSettled();

        assertThat(position("a").x()).isBetween(0.0, 200.0);
        assertThat(position("far").x()).isBetween(900.0, 1280.0);
    }

    @Test
    void allTasksAreSeenIfTheyAreLargeEnough() {
        show(new CanvasColumns().task("a", 0, 0).task("b", 0, 200).edge("a", "b"));
        click("a");
        canvas("stage.view.panBy(500, 0)");

        page().evaluate(ARRANGE.replace("12000", "5600"));
        awaitSettled();

        assertThat(position("a").x()).isBetween(0.0, 400.0);
        assertThat(position("far").x()).isBetween(700.0, 1280.0);
        canvas("stage.view.panBy(500, 0)");
        Box aside = position("a");
        canvas("fitArranged()");
        page().waitForFunction("x => document.querySelector('graph-canvas').positionOf('a').x > x + 499", aside.x());
    }

    private void awaitStill() {
        page().waitForFunction("""
                () => new Promise(done => {
                  const {view} = document.querySelector('graph-canvas').stage;
                  const zoom = view.zoom;
                  requestAnimationFrame(() => requestAnimationFrame(() => done(view.zoom === zoom && zoom < 0.2)));
                })""");
    }

    @Test
    void withLessMotionTheyAreThereAtOnce() {
        show(new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE), plan());
        click("a");
        Box before = position("a");

        page().evaluate(ARRANGE);

        assertThat(position("a").x()).isCloseTo(before.x(), ROUNDED);
        assertThat(position("b").x() - position("a").x()).isCloseTo(300 * zoom("a"), ROUNDED);
    }
}

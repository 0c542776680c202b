package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import io.graphtracker.testing.Thorough;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What fingers do on the canvas of a phone. */
@Thorough
class CanvasTouchIT extends BareCanvasTest {

    private CDPSession fingers;

    @BeforeEach
    void showPlan() {
        show(
                new NewContextOptions().setViewportSize(360, 640).setHasTouch(true),
                new CanvasColumns().task("pack", 0, 0).task("drive", 0, 200).edge("pack", "drive"));
        fingers = page().context().newCDPSession(page());
    }

    @Test
    void aTapSelectsAndTakesTheFocus() {
        Box pack = position("pack");
        page().touchscreen().tap(pack.middleX(), pack.middleY());

        assertThat(selection()).isEqualTo(List.of("pack"));
        assertThat(hasFocus("graph-canvas")).isTrue();
        page().touchscreen().tap(20, 620);
        assertThat(selection()).isEqualTo(List.of());
    }

    @Test
    void oneFingerMovesTheViewAlsoFromATask() {
        Box pack = position("pack");

        touch("touchStart", pack.middleX(), pack.middleY());
        touch("touchMove", pack.middleX() + 40, pack.middleY() + 30);
        touch("touchMove", pack.middleX() + 80, pack.middleY() + 60);
        touch("touchEnd");

        assertThat(position("pack").x()).isCloseTo(pack.x() + 80, ROUNDED);
        assertThat(position("pack").y()).isCloseTo(pack.y() + 60, ROUNDED);
        assertThat(heard("nodes-moved")).isEmpty();
        assertThat(selection()).isEqualTo(List.of());
        assertThat(page().evaluate("() => scrollY")).isEqualTo(0);
    }

    @Test
    void aFingerThatRestsOnATaskTakesHoldOfIt() {
        Box pack = position("pack");
        Box drive = position("drive");

        touch("touchStart", pack.middleX(), pack.middleY());
        page().waitForFunction("() => document.querySelector('graph-canvas').selection.length === 1");
        touch("touchMove", pack.middleX() + 50, pack.middleY() + 60);
        touch("touchEnd");

        assertThat((List<?>) heardOnce("nodes-moved").get("moves")).hasSize(1);
        assertThat(position("pack").x()).isCloseTo(pack.x() + 50, ROUNDED);
        assertThat(position("drive")).isEqualTo(drive);
        // now that it is selected, it is dragged at once
        touch("touchStart", pack.middleX() + 50, pack.middleY() + 60);
        touch("touchMove", pack.middleX(), pack.middleY());
        touch("touchEnd");
        assertThat(position("pack").x()).isCloseTo(pack.x(), ROUNDED);
    }

    @Test
    void aFingerPutsATaskIntoAGroup() {
        show(
                new NewContextOptions().setViewportSize(360, 640).setHasTouch(true),
                new CanvasColumns().task("pack", 0, 0).group("van", 0, 200, null));
        fingers = page().context().newCDPSession(page());
        Box pack = position("pack");
        Box van = position("van");

        touch("touchStart", pack.middleX(), pack.middleY());
        page().waitForFunction("() => document.querySelector('graph-canvas').selection.length === 1");
        touch("touchMove", van.middleX(), van.middleY());
        touch("touchEnd");

        assertThat(heardOnce("nodes-moved"))
                .containsEntry("regrouped", List.of("pack"))
                .containsEntry("groupId", "van");
    }

    @Test
    void twoFingersZoomAndMoveTheView() {
        Box pack = position("pack");
        double zoom = zoom("pack");

        touch("touchStart", 100, 300, 200, 300);
        touch("touchMove", 75, 300, 225, 300);
        touch("touchMove", 50, 320, 250, 320);
        touch("touchEnd");

        assertThat(zoom("pack") / zoom).isCloseTo(2, offset(0.02));
        assertThat(position("pack").middleX()).isCloseTo(150 + (pack.middleX() - 150) * 2, offset(2.0));
        assertThat(position("pack").middleY()).isCloseTo(320 + (pack.middleY() - 300) * 2, offset(2.0));
        assertThat(page().evaluate("() => visualViewport.scale")).isEqualTo(1);
        assertThat(selection()).isEqualTo(List.of());
    }

    /** @param places x, y of each finger */
    private void touch(String type, double... places) {
        JsonArray points = new JsonArray();
        for (int at = 0; at < places.length; at += 2) {
            JsonObject point = new JsonObject();
            point.addProperty("x", places[at]);
            point.addProperty("y", places[at + 1]);
            point.addProperty("id", at);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        fingers.send("Input.dispatchTouchEvent", event);
    }
}

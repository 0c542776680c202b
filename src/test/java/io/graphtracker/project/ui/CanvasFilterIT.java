package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ForcedColors;
import io.graphtracker.project.TaskStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a filter dims on the canvas. */
class CanvasFilterIT extends BareCanvasTest {

    /** How many looks the upper border has from point to point, one if it is solid, and whether a box is filled. */
    private static final String DRAWN = """
            id => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
              const host = document.querySelector('graph-canvas');
              const canvas = host.querySelector('canvas');
              const {x, y, width, height} = host.positionOf(id);
              const {left, top} = host.getBoundingClientRect();
              const colours = (fromX, fromY, columns, rows) => {
                const {data} = canvas.getContext('2d').getImageData(fromX - left, fromY - top, columns, rows);
                return Array.from({length: data.length / 4}, (_, at) => data.slice(4 * at, 4 * at + 3).join(' '));
              };
              const [behind] = colours(x - 8, y - 8, 1, 1);
              const columns = Array.from({length: 60}, (_, at) => colours(x + width - 80 + at, y - 1, 1, 3).join());
              done({
                looks: new Set(columns).size,
                fill: colours(x + width - 8, y + 6, 1, 1)[0] !== behind,
              });
            })))""";

    @ParameterizedTest
    @EnumSource(names = {"NONE", "ACTIVE"})
    void whatDoesNotMatchHasADashedBorderAndCanBeSelected(ForcedColors colours) {
        show(
                new NewContextOptions().setForcedColors(colours),
                new CanvasColumns()
                        .task("dig", "Dig", 0, 0, null, TaskStatus.DONE)
                        .task("paint", "Paint", 300, 0, null, TaskStatus.BLOCKED)
                        .group("house", 0, 200, null)
                        .task("roof", "Roof", 0, 240, "house", TaskStatus.BLOCKED)
                        .edge("dig", "paint"));
        assertThat(isDimmed("dig")).isFalse();

        canvas("bringOut(['dig'])");
        assertThat(isDimmed("dig")).isFalse();
        assertThat(isDimmed("paint")).isTrue();
        assertThat(isDimmed("house")).as("all in it are dimmed").isTrue();

        canvas("changeBroughtOut(['roof', 'added'], ['dig'])");
        canvas(
                "patch({from: 1, to: 2, tasks: [{id: 'added', group: false, title: 'Added', status: 'done', x: 300, y: 240}]})");
        assertThat(isDimmed("dig")).isTrue();
        assertThat(isDimmed("house")).isFalse();
        assertThat(isDimmed("added")).isFalse();

        click("paint");
        assertThat(heardOnce("selection-changed")).containsEntry("ids", List.of("paint"));
        canvas("selection = []");

        canvas("bringOut()");
        assertThat(isDimmed("paint")).isFalse();
        assertThat(isDimmed("dig")).isFalse();
    }

    /** Whether a border is dashed, and then nothing is filled. */
    private boolean isDimmed(String id) {
        Map<?, ?> drawn = (Map<?, ?>) page().evaluate(DRAWN, id);
        boolean dashed = drawn.get("looks") instanceof Number looks && looks.intValue() > 1;
        assertThat(dashed && !id.equals("house") ? drawn.get("fill") : false)
                .as(id)
                .isEqualTo(false);
        return dashed;
    }
}

package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.HeldBackup;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * For people who asked their system for less motion, as every browser test does: nothing moves, and nothing else is
 * lost.
 */
@Thorough
class ReducedMotionIT extends BrowserTest {

    /** What is animated now, inside components too: names, with how long a round takes. */
    private static final String ANIMATIONS = """
            () => {
              const found = new Set();
              const look = root => {
                root.getAnimations().forEach(animation => found.add(animation));
                root.querySelectorAll('*').forEach(element => element.shadowRoot && look(element.shadowRoot));
              };
              look(document);
              return [...found].map(animation => `${animation.animationName ?? animation.transitionProperty} of `
                  + `${animation.effect.target?.localName} in ${animation.effect.getTiming().duration} ms`);
            }
            """;

    /** The colours that make up a good part of the canvas. */
    private static final String PAINTED_COLOURS = """
            () => {
              const layer = document.querySelector('graph-canvas canvas');
              const {data} = layer.getContext('2d').getImageData(0, 0, layer.width, layer.height);
              const counts = new Map();
              for (let at = 0; at < data.length; at += 4) {
                if (data[at + 3] === 255) {
                  const colour = `${data[at]} ${data[at + 1]} ${data[at + 2]}`;
                  counts.set(colour, (counts.get(colour) ?? 0) + 1);
                }
              }
              return [...counts].filter(([, count]) => count > 200).map(([colour]) => colour);
            }
            """;

    /** What the token for the fill of each status comes to. */
    private static final String STATUS_COLOURS = """
            () => ['planned', 'in-progress', 'discuss', 'blocked', 'done'].map(status => {
              const probe = document.body.appendChild(document.createElement('div'));
              probe.style.backgroundColor = `var(--graph-${status}-fill)`;
              const painter = document.createElement('canvas').getContext('2d');
              painter.fillStyle = getComputedStyle(probe).backgroundColor;
              painter.fillRect(0, 0, 1, 1);
              probe.remove();
              return painter.getImageData(0, 0, 1, 1).data.slice(0, 3).join(' ');
            })
            """;

    @Autowired
    private ProjectService projects;

    @Test
    void nothingMovesOnAnyPage() {
        ProjectSummary sample = projects.createSample();
        for (String path : List.of("/", "/help", "/projects/" + sample.id(), "/projects/unknown")) {
            open(path);
            assertStill();
        }
        // the last one is answered with 404, which the browser calls an error
        expectInConsole("Failed to load resource");
    }

    @Test
    void nothingMovesWhereSomethingOpens() {
        openSample();
        byId("tabActions").click();
        assertThat(byId("btnBackupDBPanel")).isVisible();
        assertStill();

        byId("btnBackupDBPanel").click();
        assertThat(page().locator("vaadin-notification-card")).isVisible();
        assertStill();

        byId("btnAddEdge").click();
        assertThat(byId("connectFrom")).isVisible();
        assertStill();
    }

    /** It tells that something is going on, so it is slow rather than still. */
    @Test
    void theSpinnerOfABusyButtonIsSlow() throws IOException {
        env("BACKUPS_DIR=backups\n");
        openSample();
        byId("tabActions").click();

        try (HeldBackup held = HeldBackup.on(space())) {
            byId("btnBackupDBPanel").click();
            held.awaitReached();
            assertThat(page().locator("#btnBackupDBPanel.busy")).isVisible();

            assertThat(animations()).containsExactly("action-busy of vaadin-button in 6000 ms");
        }
        assertThat(byId("statusRegion")).containsText("Backup saved");
        assertThat(page().locator("#btnBackupDBPanel.busy")).hasCount(0);
        assertStill();
    }

    /** Once the canvas took all colours for that of its background, since reading one met a transition. */
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theCanvasPaintsNodesInTheColoursOfTheirStatuses(ColorScheme scheme) {
        ProjectSummary sample = projects.createSample();
        // room for all of the sample
        Page page = newProfile(new NewContextOptions().setColorScheme(scheme).setViewportSize(2600, 1400));
        open(page, "/projects/" + sample.id());
        page.waitForFunction("() => document.querySelector('graph-canvas')?.settled");
        List<String> statuses = strings(page.evaluate(STATUS_COLOURS));
        assertThat(statuses).doesNotHaveDuplicates();

        // for as long as Playwright waits for anything
        page.waitForFunction(
                "statuses => (colours => statuses.every(status => colours.includes(status)))((" + PAINTED_COLOURS
                        + ")())",
                statuses);
    }

    private void assertStill() {
        assertThat(animations()).as("what moves on " + page().url()).isEmpty();
    }

    private List<String> animations() {
        return strings(page().evaluate(ANIMATIONS));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}

package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.testing.Thorough;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the canvas draws: colours, levels of detail, pictures. */
@Thorough
class CanvasDrawingIT extends BareCanvasTest {

    /** How many pixels the canvas has of each colour, as "red green blue". */
    private static final String COLOURS = """
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
              const canvas = document.querySelector('graph-canvas canvas');
              const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const counts = {};
              for (let at = 0; at < data.length; at += 4) {
                const colour = `${data[at]} ${data[at + 1]} ${data[at + 2]}`;
                counts[colour] = (counts[colour] ?? 0) + 1;
              }
              done(counts);
            })))""";

    /** What colours of style sheets come to. */
    private static final String RESOLVED = """
            names => names.map(name => {
              const probe = document.body.appendChild(document.createElement('div'));
              probe.style.cssText = 'forced-color-adjust: none; transition: none';
              probe.style.backgroundColor = name;
              const painter = document.createElement('canvas').getContext('2d');
              painter.fillStyle = getComputedStyle(probe).backgroundColor;
              painter.fillRect(0, 0, 1, 1);
              probe.remove();
              return painter.getImageData(0, 0, 1, 1).data.slice(0, 3).join(' ');
            })""";

    private static CanvasColumns allStatuses() {
        CanvasColumns plan = new CanvasColumns().group("house", 0, 0, null);
        for (TaskStatus status : TaskStatus.values()) {
            plan.task(status.name(), "Task", 0, 90 * status.ordinal(), "house", status);
        }
        return plan.task("next", 300, 0).edge("PLANNED", "next");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void statusesHaveTheirColoursInBothSchemes(ColorScheme scheme) {
        show(new NewContextOptions().setColorScheme(scheme), allStatuses());

        assertThat(colours())
                .containsAll(resolved(
                        "var(--graph-planned-fill)",
                        "var(--graph-in-progress-fill)",
                        "var(--graph-discuss-fill)",
                        "var(--graph-blocked-fill)",
                        "var(--graph-done-fill)",
                        "var(--graph-background)",
                        "var(--graph-group-fill)",
                        "var(--graph-edge)"));
        ColorScheme other = scheme == ColorScheme.DARK ? ColorScheme.LIGHT : ColorScheme.DARK;
        page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(other));
        page().waitForCondition(
                        () -> colours().containsAll(resolved("var(--graph-background)", "var(--graph-done-fill)")));
    }

    @Test
    void forcedColoursAreThoseOfTheSystem() {
        show(new NewContextOptions().setForcedColors(ForcedColors.ACTIVE), allStatuses());
        canvas("selection = ['DONE']");

        assertThat(resolved("var(--graph-done-fill)", "var(--graph-done-text)", "var(--graph-selection)"))
                .isEqualTo(resolved("Canvas", "CanvasText", "Highlight"));
        assertThat(colours()).containsAll(resolved("Canvas", "CanvasText", "Highlight"));
        // all else is a mixture of them, at the edges of lines
        Set<String> coloured = counts().entrySet().stream()
                .filter(count -> count.getValue() > 400)
                .map(Map.Entry::getKey)
                .filter(colour -> Stream.of(colour.split(" ")).distinct().count() > 1)
                .collect(Collectors.toSet());
        assertThat(coloured).isSubsetOf(resolved("Highlight"));
    }

    @Test
    void theCriticalPathAndTheSelectionDifferByShape() {
        show(allStatuses());
        Map<String, Integer> before = counts();
        canvas("critical = {taskIds: ['PLANNED'], dependencyIds: ['PLANNED-next']}");
        assertThat(colours()).containsAll(resolved("var(--graph-critical)"));
        // two frames, not one in another colour
        assertThat(counts().get(resolved("var(--graph-critical)").getFirst())).isGreaterThan(900);
        canvas("critical = null");
        assertThat(counts()).isEqualTo(before);
        canvas("selection = ['PLANNED']");
        assertThat(colours()).containsAll(resolved("var(--graph-selection)"));
    }

    @Test
    void aLargePlanOpensAtItsReadableBeginningAndASmallOneAsAWhole() {
        show(CanvasColumns.plan(400, 500));
        // 12.5 pixels at zoom 1
        assertThat(zoom("t0") * 12.5).isGreaterThanOrEqualTo(11);
        assertThat(position("t0").x()).isBetween(0.0, 200.0);
        assertThat(position("t0").y()).isBetween(0.0, 200.0);
        assertThat(position("t399").y()).isGreaterThan(1000);

        canvas("fit()");
        Box last = position("t399");
        assertThat(last.y() + last.height()).isLessThan(720);
        canvas("zoomToActualSize()");
        assertThat(zoom("t0")).isEqualTo(1);
        canvas("zoomIn()");
        assertThat(zoom("t0")).isEqualTo(1.25);
        canvas("resetView()");
        assertThat(position("t0").x()).isBetween(0.0, 200.0);

        answerWith(allStatuses().json());
        page().reload();
        awaitSettled();
        assertThat(zoom("DONE") * 12.5).isGreaterThanOrEqualTo(11);
        assertThat(position("DONE").y()).isLessThan(720);
    }

    @Test
    void aViewIsRestoredAndATaskRevealed() {
        answerWith(CanvasColumns.plan(400, 500).json());
        openAt("{wide: {x: 440, y: 180, zoom: 0.5}}");
        assertThat(zoom("t0")).isEqualTo(0.5);
        assertThat(position("t12").middleX()).isCloseTo(640, ROUNDED);

        canvas("reveal('t399')");
        assertThat(position("t399").middleX()).isCloseTo(640, ROUNDED);
        canvas("reveal('later')");
        canvas(
                "patch({from: 1, to: 2, tasks: [{id: 'later', group: false, title: 'Later', status: 'done', x: 9000, y: 0}]})");
        assertThat(position("later").middleX()).as("as soon as it is there").isCloseTo(640, ROUNDED);
    }

    /** The search and the tools lie over the canvas there. */
    @Test
    void whatIsRevealedIsNotAtTheTopOrBottom() {
        answerWith(CanvasColumns.plan(400, 500).json());
        openAt("{wide: {x: 440, y: 180, zoom: 0.5}}");
        Box first = position("t0");
        canvas("stage.view.panBy(0, " + (first.y() - 40 - 50) + ")");
        assertThat(position("t0").y()).as("behind the search").isCloseTo(90, ROUNDED);

        canvas("reveal('t0')");

        assertThat(position("t0").y()).as("no farther than it takes").isCloseTo(40 + 68, ROUNDED);
        Box shown = position("t0");
        canvas("reveal('t0')");
        assertThat(position("t0")).isEqualTo(shown);
    }

    private void openAt(String views) {
        page().addInitScript("window.wantedViews = " + views);
        openBare(page());
        awaitSettled();
    }

    @Test
    void aNarrowWindowHasAViewOfItsOwn() {
        answerWith(CanvasColumns.plan(400, 500).json());
        page().setViewportSize(360, 640);
        openAt("{wide: {x: 440, y: 180, zoom: 0.5}, narrow: {x: 1640, y: 180, zoom: 1.5}}");
        assertThat(zoom("t0")).isEqualTo(1.5);

        canvas("zoomIn()");

        page().waitForFunction("() => heard.some(({type, zoom}) => type === 'view-changed' && zoom > 1.5)");
        assertThat(heard("view-changed")).last().asInstanceOf(MAP).containsEntry("narrow", true);
    }

    @Test
    void aViewThatShowsNothingAnyMoreIsNoBeginning() {
        answerWith(CanvasColumns.plan(400, 500).json());
        openAt("{wide: {x: -9000, y: -9000, zoom: 1}}");

        assertThat(position("t0").x()).isBetween(0.0, 200.0);
        assertThat(zoom("t0") * 12.5).isGreaterThanOrEqualTo(11);
    }

    /** Far away, text would be too small to read. */
    @Test
    void levelsOfDetailLeaveOutWhatCannotBeRead() {
        show(allStatuses());
        String text = resolved("var(--graph-done-text)").getFirst();
        assertThat(counts()).containsKey(text);
        page().evaluate("""
                () => {
                  const canvas = document.querySelector('graph-canvas');
                  for (let step = 0; step < 6; step++) canvas.zoomOut();
                }""");
        assertThat(zoom("DONE")).isBetween(0.2, 0.35);
        assertThat(counts()).doesNotContainKey(text);
        assertThat(colours()).as("signs stay").containsAll(resolved("var(--graph-done-border)"));
        page().evaluate("""
                () => {
                  const canvas = document.querySelector('graph-canvas');
                  for (let step = 0; step < 5; step++) canvas.zoomOut();
                }""");
        assertThat(zoom("DONE")).isLessThan(0.12);
        assertThat(colours()).doesNotContain(resolved("var(--graph-done-fill)").getFirst());
    }

    @Test
    void manyPixelsOnTheScreenMakeASharpPicture() {
        show(new NewContextOptions().setDeviceScaleFactor(2), allStatuses());

        assertThat(page().evaluate("""
                () => {
                  const canvas = document.querySelector('graph-canvas canvas');
                  return [canvas.width / canvas.clientWidth, canvas.height / canvas.clientHeight];
                }""")).isEqualTo(List.of(2, 2));
    }

    @Test
    void aScreenshotHasAMarginAndNoSelection() throws IOException {
        show(allStatuses());
        canvas("selection = ['PLANNED', 'house']");
        String selected = resolved("var(--graph-selection)").getFirst();
        assertThat(colours()).contains(selected);

        BufferedImage picture = image(
                page().waitForDownload(() -> canvas("screenshot('plan.png')")).createReadStream());

        Set<String> seen = new HashSet<>();
        String background = resolved("var(--graph-background)").getFirst();
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                String colour = colour(picture.getRGB(x, y));
                seen.add(colour);
                boolean inMargin = x < 70 || y < 70 || x >= picture.getWidth() - 70 || y >= picture.getHeight() - 70;
                if (inMargin) {
                    assertThat(colour).isEqualTo(background);
                }
            }
        }
        assertThat(seen)
                .contains(
                        resolved("var(--graph-done-fill)").getFirst(),
                        resolved("var(--graph-edge)").getFirst())
                .doesNotContain(selected);
    }

    @Test
    void aScreenshotOfALargePlanIsMadeSmaller() throws IOException {
        show(CanvasColumns.plan(2000, 2000));

        BufferedImage picture = image(
                page().waitForDownload(() -> canvas("screenshot('plan.png')")).createReadStream());

        assertThat(Math.max(picture.getWidth(), picture.getHeight())).isBetween(7900, 8000);
    }

    @Test
    void theSvgHasTextAndNoMarkup() throws IOException {
        show(new CanvasColumns()
                .task("evil", "<script>alert(1)</script> & \"x\"", 0, 0, null, TaskStatus.DISCUSS)
                .task("hebrew", "שלום עולם", 300, 0, null, TaskStatus.BLOCKED)
                .task("bidi", "a\u202Eb\u2066c", 600, 0, null, TaskStatus.DONE)
                .edge("evil", "hebrew"));

        String svg;
        try (InputStream file =
                page().waitForDownload(() -> canvas("exportSvg('plan.svg')")).createReadStream()) {
            svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(svg)
                .contains("&#60;script&#62;", "direction=\"rtl\"", ">abc<")
                .doesNotContain("<script", "\u202E");
        assertThat(page().evaluate(
                                "svg => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('parsererror').length",
                                svg))
                .isEqualTo(0);
    }

    @Test
    void onlyThePictureIsPrintedOnOnePage() {
        show(CanvasColumns.plan(100, 120));
        page().evaluate("() => dispatchEvent(new Event('beforeprint'))");
        page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page().locator("body > .graph-sheet svg").isVisible()).isTrue();
        assertThat(page().locator("graph-canvas").isVisible()).isFalse();
        byte[] pdf = page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1).split("/Type\\s*/Page[^s]", -1))
                .hasSize(2);
        page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page().evaluate("() => dispatchEvent(new Event('afterprint'))");
        assertThat(page().locator(".graph-sheet").count()).isZero();
    }

    private Set<String> colours() {
        return counts().keySet();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Integer> counts() {
        return (Map<String, Integer>) page().evaluate(COLOURS);
    }

    @SuppressWarnings("unchecked")
    private List<String> resolved(String... names) {
        return (List<String>) page().evaluate(RESOLVED, List.of(names));
    }

    private static BufferedImage image(InputStream file) throws IOException {
        try (file) {
            return ImageIO.read(file);
        }
    }

    private static String colour(int rgb) {
        return (rgb >> 16 & 255) + " " + (rgb >> 8 & 255) + " " + (rgb & 255);
    }
}

package io.graphtracker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** Checks for accessibility problems with axe. */
public final class Axe {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What the colour scheme makes a difference to, of the rules above: axe calls them {@code cat.color}. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private Axe() {}

    /**
     * Fails if axe finds a violation of WCAG 2.2, level A or AA, on a page as it is now, in one of its colour schemes.
     * The page has the light one afterwards.
     */
    public static void assertNoViolations(Page page) {
        choose(page, ColorScheme.DARK);
        AxeBuilder dark = axe(page);
        assertNone(page, Depth.isThorough() ? dark.withTags(WCAG_22_AA) : dark.withRules(OF_COLOURS));
        choose(page, ColorScheme.LIGHT);
        assertNone(page, axe(page).withTags(WCAG_22_AA));
    }

    private static void choose(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    }

    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        // to describe all that is well takes half the time
        options.setResultTypes(List.of("violations"));
        // the other mode opens a second page for each run, which only pages with frames from elsewhere need
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    private static void assertNone(Page page, AxeBuilder axe) {
        List<Rule> violations = axe.analyze().getViolations();
        assertThat(violations)
                .as(() -> "axe on " + page.url() + ": "
                        + violations.stream().map(Axe::describe).toList())
                .isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}

package io.graphtracker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** Checks for accessibility problems with axe. */
public final class Axe {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    /** Fails if axe finds a violation of WCAG 2.2, level A or AA, on a page as it is now. */
    public static void assertNoViolations(Page page) {
        // the other mode opens a second page for each run, which only pages with frames from elsewhere need
        List<Rule> violations = new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(WCAG_22_AA)
                .analyze()
                .getViolations();
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

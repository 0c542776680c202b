package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UnexpectedErrorIT extends BrowserTest {

    @Test
    void aPageThatCannotBeShownTellsAnIdAndNoDetails() {
        open("/broken-on-purpose");

        assertThat(page().locator("h1")).hasText(Pattern.compile("That did not work.*\\(error [0-9a-f]{8}\\)\\."));
        assertThat(page().content()).doesNotContain("inner works").doesNotContain("IllegalState");
        assertThat(page().locator("main#main")).hasCount(1);
        Axe.assertNoViolations(page());
        page().locator("main").getByText("To the projects").click();
        assertThat(page().locator("h1")).hasText("Projects");
    }
}

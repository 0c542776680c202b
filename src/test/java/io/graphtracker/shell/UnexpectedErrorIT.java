package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.GatedDataSource;
import io.graphtracker.project.ProjectService;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Thorough
class UnexpectedErrorIT extends BrowserTest {

    @Autowired
    private ProjectService projects;

    @Autowired
    private GatedDataSource database;

    @Test
    void aPageThatCannotBeShownTellsAnIdAndNoDetails() {
        open("/broken-on-purpose");

        assertThat(page().locator("h1"))
                .hasText(Pattern.compile("Something unexpected went wrong.*\\(error [0-9a-f]{8}\\)\\."));
        assertThat(page().content()).doesNotContain("inner works").doesNotContain("IllegalState");
        assertThat(page().locator("main#main")).hasCount(1);
        Axe.assertNoViolations(page());
        page().locator("main").getByText("Go to projects").click();
        assertThat(page().locator("h1")).hasText("Projects");
    }

    /** Longer than a request waits for it. */
    @Test
    void aPageThatIsOpenedWhileTheDatabaseIsClosedSaysThatItIsForAMoment() throws Exception {
        String path = "/projects/" + projects.createSample().id();

        database.whileClosed(Duration.ofSeconds(10), () -> {
            open(path);
            return true;
        });

        assertThat(page().locator("h1")).hasText("The database is being replaced for a moment.");
        Axe.assertNoViolations(page());
        page().reload();
        assertThat(page().locator("#graphCanvas")).isVisible();
    }
}

package io.graphtracker.openapi;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.graphtracker.backup.BackupService;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page to read and try the HTTP interface, with the keyboard, to axe, and on a narrow screen. */
@Thorough
class ApiDocsIT extends BrowserTest {

    @Autowired
    private BackupService backups;

    private Path backup;

    @BeforeEach
    void makeABackup() throws IOException {
        env("BACKUPS_DIR=backups\n");
        backup = backups.backUp("local").file();
    }

    @Test
    void theKeyboardAloneSendsAnOperationAndReadsItsAnswer() {
        open("/api/docs#listBackups");
        Locator operation = byId("listBackups");
        assertThat(operation).hasAttribute("open", "");
        pressUntilFocused("Tab", "#listBackups button");

        page().keyboard().press("Enter");

        assertThat(operation.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("200.*"));
        Locator answer = operation.getByRole(AriaRole.GROUP).last();
        assertThat(answer).containsText(backup.getFileName().toString());
        page().keyboard().press("Tab");
        assertThat(answer).isFocused();
        Axe.assertNoViolations(page());
    }

    @Test
    void aRefusalIsShownWithItsCodeAndSentence() {
        expectInConsole("404");
        open("/api/docs#verifyBackup");
        byId("verifyBackup-name").fill("graph_tracker_20200101_000000.sqlite");

        byId("verifyBackup").locator("button").click();

        assertThat(byId("verifyBackup").getByRole(AriaRole.STATUS)).hasText(Pattern.compile("404.*"));
        assertThat(byId("verifyBackup")).containsText("\"code\": \"backup_not_found\"");
    }

    @Test
    void aNarrowScreenDoesNotScrollSideways() {
        Page page = page();
        page.setViewportSize(320, 640);
        open("/api/docs#restoreBackup");
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");

        Assertions.assertThat(page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        Axe.assertNoViolations(page);
    }
}

package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.graphtracker.backup.BackupService;
import io.graphtracker.project.ProjectService;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No page does what its content security policy forbids, and what is not ours is not run. */
@Thorough
class ContentSecurityPolicyIT extends BrowserTest {

    private final List<String> violations = new CopyOnWriteArrayList<>();

    @Autowired
    private ProjectService projects;

    @Autowired
    private BackupService backups;

    @BeforeEach
    void watch() throws IOException {
        env("BACKUPS_DIR=backups\n");
        page().exposeFunction("tellViolation", what -> violations.add(String.valueOf(what[0])));
        page().addInitScript("document.addEventListener('securitypolicyviolation',"
                + " e => tellViolation(e.violatedDirective + ' ' + e.blockedURI + ' on ' + location.pathname))");
    }

    @AfterEach
    void forget() {
        violations.clear();
    }

    @Test
    void pagesKeepToTheirPolicy() {
        projects.createSample();
        for (String path : List.of("/", "/help", "/backups", "/projects/unknown", "/nope")) {
            open(path);
            settle();
        }
        // they are answered with 404, which the browser calls an error
        expectInConsole("Failed to load resource");
        open("/");
        byId("btnNewProject").click();
        assertThat(byId("projectName")).isVisible();
        settle();

        assertThat(violations).isEmpty();
    }

    @Test
    void aProjectsPageKeepsToItsPolicyInAllItDoes() {
        openSample();
        assertThat(page().locator("#graphCanvas canvas").first()).isVisible();
        for (String tab : List.of("tabActions", "tabSettings", "tabTask")) {
            byId(tab).click();
            assertThat(byId(tab)).hasAttribute("aria-selected", "true");
        }
        byId("tabSettings").click();
        page().getByLabel("Dark", new Page.GetByLabelOptions().setExact(true)).check();
        byId("tabActions").click();
        page().waitForDownload(() -> byId("btnScreenshot").click());
        byId("btnBackupDBPanel").click();
        assertThat(page().locator("vaadin-notification-card.message-success").first())
                .isVisible();
        byId("btnAddEdge").click();
        assertThat(byId("connectFrom")).isVisible();
        settle();

        assertThat(violations).isEmpty();
    }

    @Test
    void theBackupsPageKeepsToItsPolicyInAllItDoes() {
        Path made = backups.backUp("local").file();
        String name = made.getFileName().toString();
        open("/backups");
        page().waitForDownload(
                        () -> page().getByLabel("Download " + name).first().click());
        page().locator("vaadin-upload input[type=file]").setInputFiles(made);
        assertThat(page().locator("[data-name]")).hasCount(2);
        page().getByLabel("Restore " + name).first().click();
        assertThat(page().locator("vaadin-dialog[opened]").first()).isAttached();
        settle();

        assertThat(violations).isEmpty();
    }

    /** Shows that the tests above would notice. */
    @Test
    void whatIsNotOursIsNotRunAndIsTold() {
        open("/help");

        page().evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"window.evil = 1\">')");
        page().evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent:"
                + " 'window.evil = 2'}))");
        page().evaluate("document.body.append(Object.assign(document.createElement('script'), {src:"
                + " 'http://127.0.0.1:1/x.js'}))");
        settle();

        assertThat(page().evaluate("window.evil")).isNull();
        assertThat(violations).hasSizeGreaterThanOrEqualTo(3).allMatch(told -> told.contains(" on /help"));
        expectInConsole("Content Security Policy directive");
    }

    /** Violations are told by events, one task after what caused them. */
    private void settle() {
        page().evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 200)))");
    }
}

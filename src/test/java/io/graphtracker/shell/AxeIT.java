package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.HeldBackup;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** axe on every page and in each state of it, in both colour schemes. */
@Thorough
class AxeIT extends BrowserTest {

    @Autowired
    private ProjectService projects;

    @Test
    void theListOfProjects() {
        Page page = page();
        open(page, "/");
        assertThat(page.locator("#btnSampleProject")).isVisible();
        Axe.assertNoViolations(page);

        projects.createSample();
        projects.setArchived(projects.create("An old plan").id(), true);
        open(page, "/");
        Axe.assertNoViolations(page);
        page.locator("#archivedProjects > summary").click();
        assertThat(page.locator("#archivedProjects .project-name")).isVisible();
        Axe.assertNoViolations(page);

        page.locator("#btnNewProject").click();
        assertThat(page.locator("#projectName")).isVisible();
        Axe.assertNoViolations(page);
        page.locator("#btnConfirmName").click();
        // for a moment, it is also in the region from which Vaadin has it spoken
        assertThat(page.locator("[slot=error-message]").getByText("Give the project a name."))
                .isVisible();
        Axe.assertNoViolations(page);
    }

    @Test
    void theTabsOfAProject() throws IOException {
        env("BACKUPS_DIR=backups\n");
        openSample();
        Page page = page();
        Axe.assertNoViolations(page);

        for (String tab : List.of("tabActions", "tabSettings", "tabTask")) {
            page.locator("#" + tab).click();
            assertThat(page.locator("#" + tab)).hasAttribute("aria-selected", "true");
            Axe.assertNoViolations(page);
        }
        page.locator("#btnToggleSidebar").click();
        assertThat(page.locator("#sidebar")).isHidden();
        Axe.assertNoViolations(page);
    }

    @Test
    void aSelectedTask() {
        openSample();
        Page page = page();
        openOutline(page);
        assertThat(page.getByRole(AriaRole.TREEGRID)).isVisible();
        Axe.assertNoViolations(page);

        outlineTasks(page).first().click();
        assertThat(page.locator("#taskTitle")).isVisible();
        Axe.assertNoViolations(page);

        page.locator("#taskStatus").click();
        assertThat(page.locator("vaadin-select-item").first()).isVisible();
        Axe.assertNoViolations(page);
        page.keyboard().press("Escape");

        page.locator("#btnDeleteNode").click();
        assertThat(page.locator("#btnUndoDeletion")).isVisible();
        Axe.assertNoViolations(page);
    }

    @Test
    void theDialogForADependency() {
        openSample();
        Page page = page();
        page.locator("#btnAddEdge").click();
        assertThat(page.locator("#connectFrom")).isVisible();
        Axe.assertNoViolations(page);

        page.locator("#btnConnect").click();
        assertThat(page.getByText("Choose a task.").first()).isVisible();
        Axe.assertNoViolations(page);
    }

    @Test
    void anEmptyGraphAndHelp() {
        ProjectSummary fresh = projects.create("A new plan");
        Page page = page();
        open(page, "/projects/" + fresh.id());
        assertThat(page.locator("main").getByText("No tasks yet")).isVisible();
        Axe.assertNoViolations(page);

        open(page, "/help");
        Axe.assertNoViolations(page);
    }

    @Test
    void pagesThatCannotBeShown() {
        Page page = page();
        for (String path : List.of("/projects/unknown", "/nope", "/broken-on-purpose")) {
            open(page, path);
            Axe.assertNoViolations(page);
        }
        // they are answered with 404 and 500, which the browser calls errors
        expectInConsole("Failed to load resource");
    }

    @Test
    void messagesOfEachKind() throws IOException {
        openSample();
        Page page = page();
        page.locator("#tabActions").click();
        Locator backup = page.locator("#btnBackupDBPanel");

        backup.click();
        assertMessageWithoutViolations(page, "warning");

        env("BACKUPS_DIR=backups\n");
        space().answer(() -> 4096);
        backup.click();
        assertMessageWithoutViolations(page, "error");

        try (HeldBackup held = HeldBackup.on(space())) {
            backup.click();
            held.awaitReached();
            assertThat(backup).hasAttribute("aria-disabled", "true");
            // not a click: Playwright would wait for the button to be enabled
            page.keyboard().press("Enter");
            assertMessageWithoutViolations(page, "information");
        }
        assertMessageWithoutViolations(page, "success");
    }

    /** Shows that the tests above would notice. */
    @Test
    void axeBites() {
        open("/help");
        Axe.assertNoViolations(page());

        page().evaluate("document.querySelector('main').append(document.createElement('button'))");

        assertThatThrownBy(() -> Axe.assertNoViolations(page()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("button-name");
    }

    @Test
    void axeBitesInTheDark() {
        open("/help");

        page().evaluate("document.querySelector('main').insertAdjacentHTML('beforeend',"
                + " '<p style=\"color: light-dark(#000, #222); background: light-dark(#fff, #000)\">Unseen</p>')");

        assertThatThrownBy(() -> Axe.assertNoViolations(page()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("color-contrast");
    }

    private static void assertMessageWithoutViolations(Page page, String kind) {
        assertThat(page.locator("vaadin-notification-card.message-" + kind)).isVisible();
        Axe.assertNoViolations(page);
    }
}

package io.graphtracker.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.HeldBackup;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** axe on every page and in each state of it, in both colour schemes. */
class AxeIT extends BrowserTest {

    @Autowired
    private ProjectService projects;

    /** A test for each colour scheme. */
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface LightAndDark {}

    @LightAndDark
    void theListOfProjects(ColorScheme scheme) {
        Page page = newProfile(scheme);
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
        assertThat(page.getByText("Give the project a name.")).isVisible();
        Axe.assertNoViolations(page);
    }

    @LightAndDark
    void theTabsOfAProject(ColorScheme scheme) throws IOException {
        env("BACKUPS_DIR=backups\n");
        Page page = openSample(scheme);
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

    @LightAndDark
    void aSelectedTask(ColorScheme scheme) {
        Page page = openSample(scheme);
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
        assertThat(page.getByRole(AriaRole.ALERTDIALOG).getByText("Cancel")).isVisible();
        Axe.assertNoViolations(page);
    }

    @LightAndDark
    void theDialogForADependency(ColorScheme scheme) {
        Page page = openSample(scheme);
        page.locator("#btnAddEdge").click();
        assertThat(page.locator("#connectFrom")).isVisible();
        Axe.assertNoViolations(page);

        page.locator("#btnConnect").click();
        assertThat(page.getByText("Choose a task.").first()).isVisible();
        Axe.assertNoViolations(page);
    }

    @LightAndDark
    void anEmptyGraphAndHelp(ColorScheme scheme) {
        ProjectSummary fresh = projects.create("A new plan");
        Page page = newProfile(scheme);
        open(page, "/projects/" + fresh.id());
        assertThat(page.getByText("No tasks yet")).isVisible();
        Axe.assertNoViolations(page);

        open(page, "/help");
        Axe.assertNoViolations(page);
    }

    @LightAndDark
    void pagesThatCannotBeShown(ColorScheme scheme) {
        Page page = newProfile(scheme);
        for (String path : List.of("/projects/unknown", "/nope", "/broken-on-purpose")) {
            open(page, path);
            Axe.assertNoViolations(page);
        }
        // they are answered with 404 and 500, which the browser calls errors
        forgetConsole();
    }

    @LightAndDark
    void messagesOfEachKind(ColorScheme scheme) throws IOException {
        Page page = openSample(scheme);
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

    private static void assertMessageWithoutViolations(Page page, String kind) {
        assertThat(page.locator("vaadin-notification-card.message-" + kind)).isVisible();
        Axe.assertNoViolations(page);
    }

    private Page openSample(ColorScheme scheme) {
        Page page = newProfile(scheme);
        open(page, "/projects/" + projects.createSample().id());
        return page;
    }

    private Page newProfile(ColorScheme scheme) {
        return newProfile(new NewContextOptions().setColorScheme(scheme));
    }
}

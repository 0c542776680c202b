package io.graphtracker.backup.restore.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** A backup, a change since then, and pages in browsers. */
abstract class RestoreBrowserFixture extends BrowserTest {
    static final String RUNNING = "A restore is running.";

    /** Records the announcements of the status region, as a screen reader would. */
    static final String LISTEN = """
            () => {
              window.heard = [];
              const region = document.getElementById('statusRegion');
              new MutationObserver(() => heard.push(region.textContent))
                  .observe(region, {childList: true, characterData: true, subtree: true});
            }
            """;

    /** Whether an element is hidden from screen readers. */
    static final String HIDDEN_FROM_READERS = "element => element.closest('[aria-hidden=true]') !== null";

    @Autowired
    ProjectService projects;

    @Autowired
    GraphFixture graphs;

    @Autowired
    BackupService backups;

    @Autowired
    ConfigurableApplicationContext context;

    ProjectSummary sample;
    Path backup;

    /** A backup that has the sample project, which was renamed since; and another project was added. */
    @BeforeEach
    void backUp() throws IOException {
        env("BACKUPS_DIR=backups\n");
        sample = projects.createSample();
        backup = backups.backUp("local").file();
        projects.create("Boat");
        projects.rename(sample.id(), "Renamed since");
    }

    /** As another page would, shortly before. */
    void deleteSelectedTask(String title) {
        graphs.load(sample.id()).tasks().stream()
                .filter(task -> task.title().equals(title))
                .forEach(task -> graphs.delete(task.id()));
    }

    String name() {
        return backup.getFileName().toString();
    }

    void openTestPage(Page target) {
        open(target, "/restore-test?backup=" + name());
    }

    Locator openTask(Page target) {
        open(target, "/projects/" + sample.id());
        openOutline(target);
        outlineTasks(target).first().click();
        Locator title = target.locator("#taskTitle input");
        assertThat(title).hasValue(Pattern.compile(".+"));
        return title;
    }

    void tick() {
        byId("restoreUnderstood").locator("input").check();
    }

    HeldRestore beginRestore(Page target, RestoreStep until) {
        target.locator("#openRestore").click();
        target.locator("#restoreUnderstood input").check();
        HeldRestore held = HeldRestore.at(until, context);
        target.locator("#btnConfirmRestore").click();
        held.awaitReached();
        return held;
    }

    void restoreAll(Page target) {
        beginRestore(target, RestoreStep.STAGING).close();
        assertThat(target.locator("#restoreDone")).isVisible();
    }

    Locator dialog() {
        return page().locator("vaadin-dialog[opened]");
    }

    static Locator banner(Page target) {
        return target.locator("#restoreBannerText");
    }

    static void assertReplaced(Page target) {
        assertThat(target.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("replaced")))
                .containsText(Pattern.compile("Your projects were replaced by those of .*\\. "
                        + "What you were typing here was not saved: copy it if you need it, then reload\\."));
        assertThat(target.locator("#btnReloadPage")).isVisible();
    }

    static void assertSound(Page target) {
        Axe.assertNoViolations(target);
        assertThat(target.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling")
                .isEqualTo(true);
    }

    static List<String> heard(Page target) {
        return ((List<?>) target.evaluate("heard"))
                .stream().map(String::valueOf).toList();
    }
}

package io.graphtracker.backup.restore.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.project.GraphService;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** What only browsers show of a restore: keyboard and focus, what is heard, and what is typed on other pages meanwhile. */
class RestoreInBrowserIT extends BrowserTest {

    private static final String RUNNING = "A backup is being brought back.";

    /** Notes what the status region says, as a screen reader would. */
    private static final String LISTEN = """
            () => {
              window.heard = [];
              const region = document.getElementById('statusRegion');
              new MutationObserver(() => heard.push(region.textContent))
                  .observe(region, {childList: true, characterData: true, subtree: true});
            }
            """;

    /** Whether readers are kept from an element. */
    private static final String HIDDEN_FROM_READERS = "element => element.closest('[aria-hidden=true]') !== null";

    @Autowired
    private ProjectService projects;

    @Autowired
    private GraphService graphs;

    @Autowired
    private BackupService backups;

    @Autowired
    private ConfigurableApplicationContext context;

    private ProjectSummary sample;
    private Path backup;

    /** A backup that holds the sample project, which was renamed since; and since then another project. */
    @BeforeEach
    void backUp() throws IOException {
        env("BACKUPS_DIR=backups\n");
        sample = projects.createSample();
        backup = backups.backUp("local").file();
        projects.create("Boat");
        projects.rename(sample.id(), "Renamed since");
    }

    @Test
    void theWholePathThereAndBack() {
        openTestPage(page());
        byId("openRestore").click();
        assertThat(dialog()).containsText("1 project is not in the backup and will be lost");
        assertThat(dialog()).containsText("Boat");

        typeName();
        byId("btnConfirmRestore").click();

        assertThat(byId("restoreDone")).containsText("was brought back.");
        assertThat(byId("restoreFormer")).containsText("kept in the safety backup graph_tracker_");
        awaitFocus("#btnReload");
        assertThat(projects.list(false)).extracting(ProjectSummary::name).containsExactly(sample.name());
        page().waitForNavigation(() -> byId("btnReload").click());
        assertThat(dialog()).hasCount(0);
        assertThat(byId("restoreBannerText")).hasCount(0);

        byId("openUndo").click();
        assertThat(dialog()).containsText("What was done since then is kept in a new safety backup.");
        byId("btnConfirmRestore").click();

        assertThat(byId("restoreDone")).containsText("The restore was undone");
        assertThat(projects.list(false))
                .extracting(ProjectSummary::name)
                .containsExactlyInAnyOrder("Renamed since", "Boat");
    }

    @Test
    void withTheKeyboardAloneAndWithoutLosingTheFocus() {
        openTestPage(page());
        page().evaluate(LISTEN);
        pressUntilFocused("Tab", "#openRestore");
        page().keyboard().press("Enter");
        assertThat(byId("restoreName")).hasText(name());
        assertThat(hasFocus("vaadin-dialog")).as("the focus is in the dialog").isTrue();
        assertThat((Boolean) byId("statusRegion").evaluate(HIDDEN_FROM_READERS))
                .as("the status region is hidden from readers")
                .isFalse();

        pressUntilFocused("Tab", "#restoreConfirmName");
        page().keyboard().type("graph_tracker");
        page().keyboard().press("Enter");
        assertThat(byId("restoreConfirmName")).containsText("This is not the name of the file.");
        awaitFocus("#restoreConfirmName");
        page().keyboard().press("Control+A");
        page().keyboard().type(name());
        assertThat(byId("restoreConfirmName")).not().hasAttribute("invalid", "");
        pressUntilFocused("Tab", "#btnConfirmRestore");

        try (HeldRestore held = HeldRestore.at(RestoreStep.SWITCHING, context)) {
            page().keyboard().press("Enter");
            held.awaitReached();
            assertThat(page().locator("[aria-current=step]")).containsText("Put the copy in place");
            awaitFocus("#restoreContent");
            page().keyboard().press("Escape");
            page().mouse().click(5, 5);
            assertThat(byId("restoreSteps")).isVisible();
        }

        awaitFocus("#btnReload");
        assertThat(heard(page()))
                .contains("Step 4 of 5: Put the copy in place")
                .last()
                .asString()
                .contains("was brought back.");
        page().waitForNavigation(() -> page().keyboard().press("Enter"));
        awaitFocus("h1");
    }

    @Test
    void escapeClosesTheQuestionAndTheFocusGoesBack() {
        openTestPage(page());
        byId("openRestore").focus();
        page().keyboard().press("Enter");
        assertThat(byId("restoreName")).isVisible();

        page().keyboard().press("Escape");

        assertThat(dialog()).hasCount(0);
        awaitFocus("#openRestore");
    }

    @Test
    void anotherPageIsToldAndReloadsByItself() {
        Page other = newProfile(new NewContextOptions());
        open(other, "/projects/" + sample.id());
        assertThat(other.locator("h1")).hasText("Renamed since");
        other.evaluate(LISTEN);
        other.evaluate("window.stillTheSamePage = true");
        openTestPage(page());

        try (HeldRestore held = beginRestore(page(), RestoreStep.MIGRATING)) {
            assertThat(banner(other)).containsText(RUNNING);
            assertThat(heard(other)).last().asString().startsWith(RUNNING);
            assertThat(banner(page())).hasCount(0);
        }

        assertThat(other.locator("h1")).hasText(sample.name());
        assertThat(other.evaluate("window.stillTheSamePage === undefined")).isEqualTo(true);
        assertThat(banner(other)).hasCount(0);
        assertThat(other.locator("vaadin-notification-card"))
                .containsText("Your projects are now those of the backup of ");
    }

    @Test
    void whatIsBeingTypedStaysAndItsPageIsNotReloaded() {
        Page other = newProfile(new NewContextOptions());
        Locator title = openTask(other);
        openTestPage(page());
        title.click();
        other.keyboard().press("End");
        other.keyboard().type(" and more");

        restoreAll(page());

        assertReplaced(other);
        assertThat(title).hasValue(Pattern.compile(".* and more"));
        assertThat(other.evaluate("document.activeElement.closest('#taskTitle') !== null"))
                .isEqualTo(true);
        other.waitForNavigation(() -> other.locator("#btnReloadPage").click());
        assertThat(other.locator("h1")).hasText(sample.name());
        assertThat(banner(other)).hasCount(0);
    }

    @Test
    void whatIsTypedAboutATaskThatIsGoneCanBeCopied() {
        Page other = newProfile(new NewContextOptions());
        open(other, "/projects/" + sample.id());
        other.locator("#btnAddNode").click();
        Locator title = other.locator("#taskTitle input");
        assertThat(title).hasValue("New task");
        openTestPage(page());
        title.fill("Nobody else knows this");

        restoreAll(page());
        assertReplaced(other);
        other.keyboard().press("Tab");

        assertThat(other.locator("#taskGone")).containsText("This task does not exist any more");
        assertThat(title).hasValue("Nobody else knows this");
        assertThat(title).hasAttribute("readonly", "");
        assertThat(other.locator("vaadin-notification-card")).containsText("This task does not exist any more.");
        Axe.assertNoViolations(other);
    }

    @Test
    void whatCouldNotBeSavedKeepsThePageFromReloading() {
        Page other = newProfile(new NewContextOptions());
        Locator title = openTask(other);
        deleteSelectedTask(title.inputValue());
        title.fill("Nobody else knows this");
        other.keyboard().press("Tab");
        assertThat(other.locator("#taskGone")).isVisible();
        openTestPage(page());

        restoreAll(page());

        assertReplaced(other);
        assertThat(title).hasValue("Nobody else knows this");
    }

    /** As another page would, shortly before. */
    private void deleteSelectedTask(String title) {
        graphs.load(sample.id()).nodes().stream()
                .filter(node -> node.title().equals(title))
                .forEach(node -> graphs.delete(node.id()));
    }

    @Test
    void aDialogWithTextIsNotReloadedAway() {
        Page other = newProfile(new NewContextOptions());
        open(other, "/");
        other.locator("#btnNewProject").click();
        other.locator("#projectName input").fill("My new project");
        openTestPage(page());

        restoreAll(page());

        assertReplaced(other);
        assertThat(other.locator("#projectName input")).hasValue("My new project");
        assertThat((Boolean) banner(other).evaluate(HIDDEN_FROM_READERS))
                .as("the alert is hidden from readers")
                .isFalse();
        other.keyboard().press("Escape");
        other.waitForNavigation(() -> other.locator("#btnReloadPage").click());
        assertThat(other.locator(".project-name")).hasText(sample.name());
    }

    @Test
    void whatWasSentIsNoReasonToStay() {
        Page other = newProfile(new NewContextOptions());
        Locator title = openTask(other);
        openTestPage(page());
        title.fill("Saved before");
        other.keyboard().press("Tab");
        other.waitForFunction("() => !Object.values(Vaadin.Flow.clients).some(client => client.isActive?.())");
        other.evaluate("window.stillTheSamePage = true");

        restoreAll(page());

        other.waitForFunction("() => window.stillTheSamePage === undefined");
        assertThat(other.locator("h1")).hasText(sample.name());
    }

    /** On a narrow screen, which has the least room. */
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingInAnyState(ColorScheme scheme) throws IOException {
        Page here = newProfile(new NewContextOptions().setColorScheme(scheme).setViewportSize(320, 640));
        Page other = newProfile(new NewContextOptions().setColorScheme(scheme).setViewportSize(320, 640));
        Locator title = openTask(other);
        title.click();
        other.keyboard().type("typing");
        openTestPage(here);
        here.locator("#openRestore").click();
        assertThat(here.locator("#restoreConfirmName")).isVisible();
        assertSound(here);
        here.locator("#btnConfirmRestore").click();
        assertThat(here.locator("#restoreConfirmName")).hasAttribute("invalid", "");
        assertSound(here);
        here.locator("#restoreConfirmName input").fill(name());
        try (HeldRestore held = HeldRestore.at(RestoreStep.MIGRATING, context)) {
            here.locator("#btnConfirmRestore").click();
            held.awaitReached();
            assertThat(here.locator("[aria-current=step]")).containsText("Adapt the copy");
            assertSound(here);
            assertThat(banner(other)).containsText(RUNNING);
            assertSound(other);
        }
        assertThat(here.locator("#btnReload")).isVisible();
        assertSound(here);
        assertReplaced(other);
        assertSound(other);

        here.waitForNavigation(() -> here.locator("#btnReload").click());
        here.locator("#openUndo").click();
        assertThat(here.locator("#btnConfirmRestore")).hasText("Undo the restore");
        assertSound(here);
        here.keyboard().press("Escape");

        here.locator("#openRestore").click();
        here.locator("#restoreConfirmName input").fill(name());
        try (HeldRestore held = HeldRestore.at(RestoreStep.STAGING, context)) {
            here.locator("#btnConfirmRestore").click();
            held.awaitReached();
            Files.write(backup, new byte[] {1}, StandardOpenOption.APPEND);
        }
        assertThat(here.locator("#restoreProblem")).isVisible();
        assertThat(here.locator("[role=alert]")).containsText("The backup was changed since it was checked.");
        assertSound(here);
    }

    @Test
    void aFailureIsToldOnOtherPagesUntilItIsClosed() throws IOException {
        Page other = newProfile(new NewContextOptions());
        open(other, "/");
        openTestPage(page());

        try (HeldRestore held = beginRestore(page(), RestoreStep.STAGING)) {
            Files.write(backup, new byte[] {1}, StandardOpenOption.APPEND);
        }

        awaitFocus("#btnCloseRestore");
        assertThat(banner(other)).containsText("The backup was not brought back. All is as it was before.");
        Axe.assertNoViolations(other);
        other.locator("#btnCloseRestoreBanner").click();
        assertThat(banner(other)).hasCount(0);
    }

    private String name() {
        return backup.getFileName().toString();
    }

    private void openTestPage(Page target) {
        open(target, "/restore-test?backup=" + name());
    }

    private Locator openTask(Page target) {
        open(target, "/projects/" + sample.id());
        target.locator("#outline summary").click();
        target.locator("[role=option]:has(.outline-title)").first().click();
        Locator title = target.locator("#taskTitle input");
        assertThat(title).hasValue(Pattern.compile(".+"));
        return title;
    }

    private void typeName() {
        byId("restoreConfirmName").locator("input").fill(name());
    }

    private HeldRestore beginRestore(Page target, RestoreStep until) {
        target.locator("#openRestore").click();
        target.locator("#restoreConfirmName input").fill(name());
        HeldRestore held = HeldRestore.at(until, context);
        target.locator("#btnConfirmRestore").click();
        held.awaitReached();
        return held;
    }

    private void restoreAll(Page target) {
        beginRestore(target, RestoreStep.STAGING).close();
        assertThat(target.locator("#restoreDone")).isVisible();
    }

    private Locator dialog() {
        return page().locator("vaadin-dialog[opened]");
    }

    private static Locator banner(Page target) {
        return target.locator("#restoreBannerText");
    }

    private static void assertReplaced(Page target) {
        assertThat(target.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("replaced")))
                .containsText(Pattern.compile("Your projects were replaced by those of the backup of .*\\. "
                        + "What you were typing here was not saved: copy it if you need it, then reload\\."));
        assertThat(target.locator("#btnReloadPage")).isVisible();
    }

    private static void assertSound(Page target) {
        Axe.assertNoViolations(target);
        assertThat(target.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling")
                .isEqualTo(true);
    }

    private static List<String> heard(Page target) {
        return ((List<?>) target.evaluate("heard"))
                .stream().map(String::valueOf).toList();
    }
}

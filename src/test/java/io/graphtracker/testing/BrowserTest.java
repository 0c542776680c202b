package io.graphtracker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The ground for tests in a real browser, on the production bundle. Each test has a browser profile of its own, no
 * saved preferences, and fails if a page writes an error to the console.
 */
@ExtendWith(Chromium.class)
@Import(ImpatientDatabase.class)
public abstract class BrowserTest extends RunningServer {

    private static final String HAS_FOCUS =
            "selector => document.activeElement !== null && document.activeElement.closest(selector) !== null";

    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<WarmProfiles.Profile> taken = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();
    private final List<String> expectedErrors = new ArrayList<>();
    private Browser browser;
    private WarmProfiles warm;
    private Page page;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Preferences preferences;

    @Autowired
    private ProjectService projects;

    @BeforeEach
    void openBrowser(Browser chromium, WarmProfiles warmProfiles) {
        jdbc.update("delete from project");
        jdbc.queryForList("select preference_key from ui_preference", String.class)
                .forEach(preferences::remove);
        browser = chromium;
        warm = warmProfiles;
        page = newProfile();
    }

    @AfterEach
    void closeBrowser() {
        profiles.forEach(BrowserContext::close);
        taken.forEach(warm::giveBack);
        assertThat(consoleErrors)
                .as("errors in the browser's console")
                .allMatch(error -> expectedErrors.stream().anyMatch(error::contains));
    }

    /** The page of this test. */
    protected Page page() {
        return page;
    }

    /** Goes on with another page. */
    protected void use(Page other) {
        page = other;
    }

    /** A page of another browser, which shares nothing with the first but what it has compiled. */
    protected Page newProfile() {
        if (Depth.isThorough()) {
            return newProfile(new NewContextOptions());
        }
        WarmProfiles.Profile profile = warm.take("http://localhost:" + port());
        taken.add(profile);
        return newPage(profile.context());
    }

    /** The same with options. */
    protected Page newProfile(NewContextOptions options) {
        BrowserContext profile = browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        profiles.add(profile);
        return newPage(profile);
    }

    private Page newPage(BrowserContext profile) {
        Page opened = profile.newPage();
        opened.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !isOfAxe(message.location())) {
                consoleErrors.add(message.text() + " " + message.location());
            }
        });
        opened.onPageError(consoleErrors::add);
        return opened;
    }

    /** axe loads the style sheets again to read them, and takes their imports for relative to the page. */
    private static boolean isOfAxe(String location) {
        return location.matches(".*(?<!/app)/css/\\w+\\.css.*");
    }

    /**
     * For a test that breaks a page on purpose: errors that contain one of these words are not held against it. They
     * may arrive at any time, since the browser reports a failed request later than the page learns of it.
     */
    protected void expectInConsole(String... words) {
        expectedErrors.addAll(List.of(words));
    }

    /** Opens a path of the application, and waits until its heading is there. */
    protected void open(Page target, String path) {
        target.navigate("http://localhost:" + port() + path);
        target.locator("h1").waitFor();
    }

    protected void open(String path) {
        open(page, path);
    }

    /** Makes the sample project and opens its page. */
    protected ProjectSummary openSample() {
        ProjectSummary sample = projects.createSample();
        open("/projects/" + sample.id());
        return sample;
    }

    /** Opens the outline, and waits until its rows are there. */
    protected static void openOutline(Page target) {
        target.locator("#outline > summary").click();
        target.locator("#taskOutline .status-mark:visible").first().waitFor();
    }

    /** The rows of tasks in the outline: their titles. */
    protected static Locator outlineTasks(Page target) {
        return target.locator("#taskOutline vaadin-grid-tree-toggle[leaf]:visible");
    }

    protected Locator byId(String id) {
        return page.locator("#" + id);
    }

    /** Presses a key until an element has the focus, at most 80 times. */
    protected void pressUntilFocused(String key, String selector) {
        for (int presses = 0; presses < 80; presses++) {
            if (hasFocus(selector)) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError(key + " does not lead to " + selector);
    }

    /** Waits until an element, or something in it, has the focus. */
    protected void awaitFocus(String selector) {
        page.waitForFunction(HAS_FOCUS, selector);
    }

    protected boolean hasFocus(String selector) {
        return (Boolean) page.evaluate(HAS_FOCUS, selector);
    }
}

package io.graphtracker.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The system's Chromium, one for all tests of a process. Without one a test is skipped and says what to install; under {@code
 * CI=true} it fails instead, so that CI never passes by testing nothing.
 */
public class Chromium implements BeforeAllCallback, ParameterResolver {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** The same engine without the browser's own pages, which takes a fifth less. */
    private static final String HEADLESS = "chromium-headless-shell";

    /**
     * Two pages of the browser itself, below its address bar, which take 40 % of the processor time of a new window. The
     * others are those of Playwright, whose argument this one replaces (chromiumSwitches.ts of 1.62).
     */
    private static final List<String> DISABLED_FEATURES = List.of(
            "WebUIOmniboxAimPopup",
            "WebUIOmniboxPopup",
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "OptimizationHints",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "Translate");

    private static final List<String> ARGUMENTS = List.of(
            "--disable-features=" + String.join(",", DISABLED_FEATURES),
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // a notification's sound or a clipboard prompt must not wait for anybody
            "--mute-audio",
            // see WarmProfiles
            "--process-per-site");

    /** As long as Playwright waits for all else: a busy machine is slow, and what is there in time costs nothing. */
    private static final double PATIENCE_MILLIS = 30_000;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (executable().isEmpty()) {
            InstalledCommands.skip("Browser tests need Chromium on the PATH (Debian: apt-get install chromium).");
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WarmProfiles.class
                || parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // of the whole process: Surefire has the platform execute one class after the other
        Running running = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Browser.class ? running.browser() : running.profiles();
    }

    private static Optional<Path> executable() {
        Stream<String> all = Depth.isThorough() ? NAMES.stream() : Stream.concat(Stream.of(HEADLESS), NAMES.stream());
        return all.map(InstalledCommands::find).flatMap(Optional::stream).findFirst();
    }

    /** Closed at the end of the test run. */
    record Running(Playwright playwright, Browser browser, WarmProfiles profiles) implements AutoCloseable {

        static Running start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            LaunchOptions options = new LaunchOptions()
                    .setExecutablePath(executable().orElseThrow())
                    .setArgs(ARGUMENTS);
            Browser browser = playwright.chromium().launch(options);
            return new Running(playwright, browser, new WarmProfiles(browser));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}

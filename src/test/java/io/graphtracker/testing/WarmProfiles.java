package io.graphtracker.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Profiles that tests use one after the other, each emptied in between: a new profile has to fetch and compile all of
 * the page's scripts, which takes longer than most tests. In each, a page that does nothing keeps the process alive
 * that has compiled them; Chromium needs {@code --process-per-site} to use that for others.
 */
final class WarmProfiles {

    /** Ours, but no page of the application. */
    private static final String NOTHING = "/app/third-party-notices.txt";

    private final Browser browser;
    private final Deque<Profile> free = new ArrayDeque<>();

    WarmProfiles(Browser browser) {
        this.browser = browser;
    }

    /**
     * One that is empty, and used by nobody until it is given back.
     *
     * @param origin of the server that it is for
     */
    Profile take(String origin) {
        Profile profile = free.isEmpty() ? new Profile(browser.newContext(options())) : free.pop();
        profile.openKeeper(origin);
        return profile;
    }

    void giveBack(Profile profile) {
        profile.empty();
        free.push(profile);
    }

    private static NewContextOptions options() {
        return new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    }

    /** One of them. */
    static final class Profile {

        private final BrowserContext context;
        private String origin = "";

        private Profile(BrowserContext context) {
            this.context = context;
        }

        BrowserContext context() {
            return context;
        }

        private void openKeeper(String server) {
            if (!origin.equals(server)) {
                Page keeper = context.newPage();
                context.pages().stream().filter(page -> page != keeper).forEach(Page::close);
                keeper.navigate(server + NOTHING);
                origin = server;
            }
        }

        private void empty() {
            Page keeper = context.pages().getFirst();
            context.pages().stream().skip(1).forEach(Page::close);
            context.setOffline(false);
            context.clearCookies();
            context.clearPermissions();
            CDPSession session = context.newCDPSession(keeper);
            JsonObject all = new JsonObject();
            all.addProperty("origin", origin);
            all.addProperty("storageTypes", "local_storage,indexeddb,service_workers,cache_storage");
            session.send("Storage.clearDataForOrigin", all);
            session.detach();
        }
    }
}

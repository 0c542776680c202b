package io.graphtracker.backup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.HeldBackup;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What only a browser can show of the Backups page: how it looks to axe, the keyboard, narrow screens, real uploads.
 */
@Thorough
class BackupsInBrowserIT extends BrowserTest {

    private static final int MORE_THAN_A_FORM_MAY_HAVE = 12_000_000;

    @Autowired
    private BackupService backups;

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private BackupsPageUpdates activity;

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Files.deleteIfExists(home().resolve("instance/operations.db"));
        // of a restore by another class of tests, which counts before the audit log
        Files.deleteIfExists(home().resolve("instance/.graph_tracker.db.last-restore"));
    }

    @Test
    void axeFindsNothingInAnyState() throws IOException {
        Page page = page();
        open(page, "/backups");
        assertThat(page.getByText("No backups yet")).isVisible();
        Axe.assertNoViolations(page);

        env("");
        open(page, "/backups");
        assertThat(page.getByLabel("Folder for backups")).hasValue("backups");
        Axe.assertNoViolations(page);

        env("BACKUPS_DIR=backups\n");
        String made = makeOneOfEachState();
        open(page, "/backups");
        assertThat(page.locator("#backups tbody tr")).hasCount(4);
        assertThat(page.locator("#btnUndoRestore")).isVisible();
        page.locator("#backupsHistory > summary").click();
        assertThat(page.locator("#operations")).isVisible();
        Axe.assertNoViolations(page);

        activity.beginCheck(made);
        assertThat(row(page, made)).containsText("Checking…");
        Axe.assertNoViolations(page);
        activity.endCheck(made);
        assertThat(row(page, made)).containsText("Verified");

        menuButton(page, made).click();
        assertThat(page.getByText("this is the newest verified backup")).isVisible();
        Axe.assertNoViolations(page);
        page.keyboard().press("Escape");

        menuButton(page, "by_hand.db").click();
        menuItem(page, "Delete").click();
        assertThat(page.locator("vaadin-confirm-dialog[opened]")).containsText("by_hand.db");
        Axe.assertNoViolations(page);
    }

    /** And says that the last restore can be undone. */
    private String makeOneOfEachState() throws IOException {
        Path made = backups.backUp("local").file();
        Files.copy(made, made.resolveSibling("by_hand.db"));
        Files.writeString(made.resolveSibling("graph_tracker_20251122_213000.sqlite"), "broken");
        Files.writeString(made.resolveSibling("foreign.sqlite"), "no database");
        auditLog.add(new AuditEntry(
                UUID.randomUUID(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                AuditEntryKind.RESTORED,
                "chosen.sqlite",
                "local",
                null,
                "",
                made.getFileName().toString()));
        return made.getFileName().toString();
    }

    @Test
    void everythingIsWithinReachOfANarrowScreen() throws IOException {
        makeOneOfEachState();
        Page page = page();
        page.setViewportSize(320, 640);
        open(page, "/backups");
        assertThat(page.locator("#backups tbody tr")).hasCount(4);
        page.locator("#backupsHistory > summary").click();

        assertThat(page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        for (Locator control :
                page.locator("main :is(a, vaadin-button, button):visible").all()) {
            var box = control.boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(320);
        }
        // still a table for those who hear it
        assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
        Axe.assertNoViolations(page);
    }

    @Test
    void theKeyboardAloneDeletesABackupAndTheFocusStaysOnThePage() throws IOException {
        Path made = backups.backUp("local").file();
        Files.copy(made, made.resolveSibling("by_hand.db"));
        open("/backups");
        assertThat(page().locator("#backups tbody tr")).hasCount(2);

        pressUntilFocused("Tab", "tr[data-name='by_hand.db'] .backup-actions > vaadin-button:not(.backup-menu)");
        pressUntilFocused("Tab", "tr[data-name='by_hand.db'] .backup-menu");
        page().keyboard().press("Enter");
        assertThat(menuItem(page(), "Verify now")).isVisible();
        pressUntilFocused("Tab", ".backup-menu-list > vaadin-button");
        page().keyboard().press("Enter");
        assertThat(byId("statusRegion")).containsText("by_hand.db passed all checks.");
        assertThat(row(page(), "by_hand.db")).containsText("Verified");
        awaitFocus("tr[data-name='by_hand.db'] .backup-menu");

        // it is the newest by its file's time, so another has to be made first
        backups.backUp("local");
        assertThat(page().locator("#backups tbody tr")).hasCount(3);
        awaitFocus("tr[data-name='by_hand.db'] .backup-menu");
        page().keyboard().press("Enter");
        assertThat(menuItem(page(), "Verify now")).isVisible();
        pressUntilFocused("Tab", ".backup-menu-list > vaadin-button:last-child");
        page().keyboard().press("Enter");
        assertThat(page().locator("vaadin-confirm-dialog[opened]")).containsText("by_hand.db");
        awaitFocus("vaadin-button[slot='cancel-button']");
        pressUntilFocused("Tab", "vaadin-button[slot='confirm-button']");
        page().keyboard().press("Enter");

        assertThat(row(page(), "by_hand.db")).hasCount(0);
        awaitFocus("#backupsHeading");
    }

    @Test
    void whatTheKeyboardCannotDeleteSaysWhy() {
        String made = backups.backUp("local").file().getFileName().toString();
        open("/backups");

        pressUntilFocused("Tab", "tr[data-name='" + made + "'] .backup-menu");
        page().keyboard().press("Enter");
        assertThat(menuItem(page(), "Verify now")).isVisible();
        pressUntilFocused("Tab", ".backup-menu-list > vaadin-button:last-child");
        assertThat(menuItem(page(), "Delete")).hasAttribute("aria-disabled", "true");
        page().keyboard().press("Enter");

        assertThat(page().locator("vaadin-notification-card[role=alert]"))
                .containsText("is the newest verified backup, so it stays.");
    }

    @Test
    void aPageOpenedBesideWorkShowsWhatIsBusy() {
        String made = backups.backUp("local").file().getFileName().toString();
        activity.beginCheck(made);
        try (HeldBackup held = HeldBackup.on(space())) {
            new Thread(() -> backups.backUp("local")).start();
            held.awaitReached();

            open("/backups");

            assertThat(byId("btnBackupNow")).hasAttribute("aria-disabled", "true");
            assertThat(row(page(), made).getByText("Restore")).hasAttribute("aria-disabled", "true");
            activity.endCheck(made);
            assertThat(row(page(), made).getByText("Restore")).hasAttribute("aria-disabled", "false");
        }
        assertThat(byId("btnBackupNow")).hasAttribute("aria-disabled", "false");
        assertThat(page().locator("#backups tbody tr")).hasCount(2);
    }

    @Test
    void whenTheRowWithTheFocusGoesTheHeadingGetsIt() throws IOException {
        Path made = backups.backUp("local").file();
        Path other = Files.copy(made, made.resolveSibling("by_hand.db"));
        open("/backups");
        row(page(), "by_hand.db").locator("a").focus();

        Files.delete(other);
        activity.on(new CatalogChanged());

        assertThat(row(page(), "by_hand.db")).hasCount(0);
        awaitFocus("#backupsHeading");
    }

    @Test
    void moreRowsComeAndTheFocusGoesToTheFirstOfThem() throws IOException {
        Files.createDirectories(home().resolve("backups"));
        for (int i = 0; i < 60; i++) {
            Files.writeString(home().resolve("backups/graph_tracker_20260101_0000%02d.sqlite".formatted(i)), "x");
        }
        open("/backups");
        assertThat(page().locator("#backups tbody tr")).hasCount(50);

        byId("btnMoreBackups").click();

        assertThat(page().locator("#backups tbody tr")).hasCount(60);
        awaitFocus("tr[data-name='graph_tracker_20260101_000009.sqlite']");
    }

    @Test
    void whoComesBackToTheWindowSeesThePresent() throws IOException {
        backups.backUp("local");
        open("/backups");
        assertThat(page().locator("#backups tbody tr")).hasCount(1);
        Files.writeString(home().resolve("backups/new.sqlite"), "x");

        page().evaluate("window.dispatchEvent(new Event('focus'))");

        assertThat(row(page(), "new.sqlite")).isVisible();
    }

    @Test
    void aFileOfManyMegabytesIsUploaded(@TempDir Path folder) throws Exception {
        Path made = backups.backUp("local").file();
        Path large = Files.copy(made, folder.resolve("graph_tracker_20250301_120000.sqlite"));
        grow(large);
        assertThat(Files.size(large)).isGreaterThan(MORE_THAN_A_FORM_MAY_HAVE);
        open("/backups");

        upload(large);

        assertThat(byId("statusRegion"))
                .containsText("graph_tracker_20250301_120000.sqlite was uploaded, and passed all checks.");
        assertThat(row(page(), "graph_tracker_20250301_120000.sqlite")).containsText("Uploaded");
        assertThat(page().locator("vaadin-upload-file")).hasCount(0);
        assertThat(page().locator("[role=alert]:not(:empty)")).hasCount(0);
        assertThat(home().resolve("backups/graph_tracker_20250301_120000.sqlite"))
                .hasSameBinaryContentAs(large);
    }

    private static void grow(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table ballast (bytes blob)");
            statement.execute("insert into ballast values (randomblob(" + MORE_THAN_A_FORM_MAY_HAVE + "))");
        }
    }

    @Test
    void garbageIsRefusedAndAnotherFileCanBeChosenAtOnce(@TempDir Path folder) throws IOException {
        Path cat = Files.writeString(folder.resolve("cat.sqlite"), "meow");
        open("/backups");
        for (int attempt = 0; attempt < 2; attempt++) {
            upload(cat);

            Locator card = page().locator("vaadin-notification-card[role=alert]");
            assertThat(card).containsText("cat.sqlite: This is not a SQLite database.");
            card.locator("vaadin-button").click();
            assertThat(page().locator("vaadin-notification-card")).hasCount(0);
        }
        assertThat(page().getByText("No backups yet")).isVisible();
    }

    @Test
    void aFileForWhichThereIsNoRoomIsAnsweredSo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plans.sqlite"), "x".repeat(1000));
        open("/backups");
        space().answer(() -> 1000);

        Response answer = page().waitForResponse(
                        response -> response.request().method().equals("POST")
                                && response.url().contains("/VAADIN/dynamic/resource/"),
                        () -> upload(file));

        assertThat(answer.status()).isEqualTo(507);
        assertThat(page().locator("vaadin-notification-card[role=alert]"))
                .containsText("There is too little space for this file");
        assertThat(page().locator("vaadin-upload-file")).hasCount(0);
        // the browser tells of the answer, too
        expectInConsole("Failed to load resource");
    }

    @Test
    void axeFindsNothingWhileAFileIsReceived(@TempDir Path folder) throws Exception {
        Path made = backups.backUp("local").file();
        Path file = Files.copy(made, folder.resolve("graph_tracker_20250301_120000.sqlite"));
        open("/backups");
        assertThat(page().locator("#backups tbody tr")).hasCount(1);
        CountDownLatch goOn = new CountDownLatch(1);
        space().answer(() -> {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Long.MAX_VALUE;
        });
        try {
            upload(file);
            assertThat(page().locator("vaadin-upload-file")).isVisible();
            Axe.assertNoViolations(page());
        } finally {
            goOn.countDown();
        }
        assertThat(row(page(), "graph_tracker_20250301_120000.sqlite")).isVisible();
    }

    @Test
    void thePathOfTheFolderAndOfABackupGoToTheClipboard() {
        page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Path made = backups.backUp("local").file();
        open("/backups");

        byId("copyBackupsPath").click();
        assertThat(byId("statusRegion")).containsText("Path copied.");
        assertThat(page().evaluate("navigator.clipboard.readText()"))
                .isEqualTo(made.getParent().toString());

        menuButton(page(), made.getFileName().toString()).click();
        menuItem(page(), "Copy path").click();
        page().waitForFunction("path => navigator.clipboard.readText().then(text => text === path)", made.toString());
    }

    @Test
    void theHeadingHasTheFocusAndTheLinksLeadHere() {
        open("/");
        byId("lnkBackups").click();

        assertThat(page()).hasURL(Pattern.compile(".*/backups$"));
        awaitFocus("h1");
        openSample();
        byId("tabActions").click();
        byId("lastBackupAll").click();
        assertThat(page().locator("h1")).hasText("Backups");
        assertThat(page()).hasURL(Pattern.compile(".*/backups\\?from=projects/[\\w-]+$"));
        byId("linkBack").click();
        byId("tabSettings").click();
        byId("settingsBackupsAll").click();
        assertThat(page().locator("h1")).hasText("Backups");
    }

    private void upload(Path file) {
        page().waitForFileChooser(() -> page().getByText("Upload a backup").click())
                .setFiles(file);
    }

    private static Locator menuItem(Page page, String text) {
        return page.locator(".backup-menu-list > vaadin-button:visible", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator row(Page page, String name) {
        return page.locator("tr[data-name='" + name + "']");
    }

    private static Locator menuButton(Page page, String name) {
        return row(page, name).locator(".backup-menu");
    }
}

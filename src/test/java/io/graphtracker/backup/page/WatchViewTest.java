package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.watch.WatchChanged;
import io.graphtracker.backup.watch.WatchRuns;
import io.graphtracker.project.ProjectService;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The answers at the top of the page, the checks, and the settings of watching. */
class WatchViewTest extends SchedulePageTest {

    @Autowired
    private WatchRuns runs;

    @Autowired
    private ProjectService projects;

    @Autowired
    private OperationsDatabase operations;

    @Autowired
    private ApplicationEventPublisher events;

    @AfterEach
    void endRuns() {
        finish();
        events.publishEvent(new WatchChanged());
        settle();
    }

    /** Lets a run go on until its end. */
    private void finish() {
        while (runs.progress().isPresent()) {
            timer().runFirst();
        }
        settle();
    }

    private static String text(String id) {
        return text(byId(Component.class, id));
    }

    /** The latest message. */
    private static String shown() {
        return ShownMessage.all().getLast().text();
    }

    private void openSettings() {
        byId(NativeDetails.class, "changeWatching").setOpen(true);
    }

    private void click(String id) {
        _click(byId(Button.class, id));
        settle();
    }

    @Test
    void withoutABackupNothingIsSafe() {
        openBackups();

        assertThat(text("safetyAnswer")).isEqualTo("No.");
        assertThat(text("safetyReasons"))
                .contains("There is no verified backup.")
                .contains("No backup is scheduled.");
        assertThat(isShown("safetyNewest")).isFalse();
        assertThat(isShown("safetyLoss")).isFalse();
        assertThat(isShown("safetyRestore")).isFalse();
    }

    @Test
    void withoutAFolderItSaysWhatToDo() throws IOException {
        env("");

        openBackups();

        assertThat(text("safetyAnswer")).isEqualTo("No.");
        assertThat(text("safetyReasons")).contains("No folder for backups is set yet.");
        assertThat(isShown("safetyBanner")).isFalse();
    }

    @Test
    void aBackupAndAScheduleMakeItSafe() throws IOException {
        setDaily();
        backUp();

        openBackups();

        assertThat(text("safetyAnswer")).isEqualTo("Yes.");
        assertThat(text("safetyNewest")).matches("\\d{1,2} \\w{3} \\d{4}, \\d\\d:\\d\\d \\(just now\\)");
        assertThat(isShown("safetyReasons")).isFalse();
        assertThat(text("safetyLoss")).isEqualTo("None");
        assertThat(text("safetyRestore"))
                .isEqualTo("Unknown until the first restore drill. One is run every week, or now below.");
        assertThat(text("backupsPath")).isEqualTo(folder().toString());
        assertThat(text("backupsFree")).endsWith(" free");
        assertThat(text("safetyVolumes")).startsWith("On the same volume as the database: ");
    }

    @Test
    void withoutAScheduleItIsSafeForNow() {
        backUp();

        openBackups();

        assertThat(text("safetyAnswer")).isEqualTo("Yes, but note:");
        assertThat(text("safetyReasons")).isEqualTo("No backup is scheduled.");
    }

    @Test
    void whatWasChangedSinceIsCounted() {
        backUp();
        projects.create("Boat");

        openBackups();

        assertThat(text("safetyLoss")).isEqualTo("1 change");
    }

    @Test
    void aFailedRunIsTold() throws IOException {
        setDaily();
        backUp();
        space().answer(() -> 10);
        makeDue();
        space().reset();

        openBackups();

        assertThat(text("safetyAnswer")).isEqualTo("Yes, but note:");
        assertThat(text("safetyReasons")).isEqualTo("The last scheduled backup was not made.");
        assertThat(isShown("scheduleBanner")).isTrue();
        assertThat(isShown("safetyBanner")).isFalse();
    }

    @Test
    void allAreVerifiedOnAClickAndThatIsTold() {
        backUp();
        openBackups();
        assertThat(text("lastVerification")).endsWith("Not done yet.");

        click("btnVerifyAll");
        assertThat(ShownMessage.spokenPolitely()).isEqualTo("All backups are being verified.");
        assertThat(text("watchProgress")).startsWith("Verifying 1 of 1");
        // disabled ones would lose the focus
        assertThat(byId(Button.class, "btnVerifyAll").isEnabled()).isTrue();
        assertThat(isAriaDisabled("btnDrill")).isTrue();
        finish();

        assertThat(isShown("watchProgress")).isFalse();
        assertThat(isAriaDisabled("btnDrill")).isFalse();
        assertThat(text("lastVerification"))
                .matches("All backups are verified again every week\\. Last on .*: 1 passed\\.");
        assertThat(ShownMessage.spokenPolitely()).isEqualTo(text("lastVerification"));
    }

    private static boolean isAriaDisabled(String id) {
        return "true".equals(byId(Button.class, id).getElement().getAttribute("aria-disabled"));
    }

    @Test
    void whenARunEndsTheFocusOfItsCancelButtonGoesToTheHeading() {
        backUp();
        openBackups();
        click("btnVerifyAll");
        Button cancel = byId(Button.class, "btnCancelWatch");
        ComponentUtil.fireEvent(cancel, new FocusNotifier.FocusEvent<>(cancel, true));
        focused();

        while (runs.progress().isPresent()) {
            timer().runFirst();
        }
        // not settle(), which sends it to the browser
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);

        assertThat(focused()).containsExactly("watchingHeading");
    }

    @Test
    void allPagesSeeTheProgressAndAnyOfThemCancels() {
        backUp();
        openBackups();
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openBackups);
            click("btnVerifyAll");
            other.run(() -> {
                settle();
                click("btnCancelWatch");
            });
            finish();
            assertThat(isShown("watchProgress")).isFalse();
            assertThat(text("lastVerification")).endsWith("Not done yet.");
        }
    }

    @Test
    void aDamagedOneIsToldOnEveryPageUntilSomebodyDismissesThat() throws IOException {
        setDaily();
        Path damaged = copy(backUp(), "older.sqlite", Instant.parse("2026-01-01T00:00:00Z"));
        TestDatabase.damagePage(damaged, 3);
        openBackups();

        click("btnVerifyAll");
        finish();

        assertThat(text("lastVerification")).endsWith(": 1 passed, 1 did not.");
        assertThat(text("safetyReasons")).isEqualTo("A backup did not pass the last verification: older.sqlite.");
        assertThat(text("safetyBannerText")).isEqualTo(text("safetyReasons"));

        click("btnDismissSafety");

        assertThat(isShown("safetyBanner")).isFalse();
        assertThat(text("safetyReasons")).isEqualTo("A backup did not pass the last verification: older.sqlite.");
    }

    @Test
    void aDrillIsRunOnAClickAndMeasuresARestore() {
        Path made = backUp();
        openBackups();

        click("btnDrill");
        finish();

        assertThat(text("lastDrill"))
                .contains(made.getFileName() + " passed in ")
                .contains("(copied in 0.1 s, adapted in ");
        assertThat(text("safetyRestore")).matches("About \\d+\\.\\d s: .* s as in the restore drill of .*");
    }

    @Test
    void withoutABackupADrillSaysSo() {
        openBackups();

        click("btnDrill");

        assertThat(shown()).isEqualTo("There is no verified backup to check.");
        assertThat(ShownMessage.spokenPolitely()).isEqualTo(shown());
    }

    @Test
    void theAgeIsSavedAndAWrongOneIsToldAtTheField() {
        openBackups();
        openSettings();
        IntegerField age = byId(IntegerField.class, "watchAge");
        assertThat(age.getValue()).isEqualTo(7);
        _setValue(age, 0);
        click("btnSaveWatchAge");
        assertThat(age.isInvalid()).isTrue();
        assertThat(age.getErrorMessage()).isEqualTo("Enter a whole number from 1 to 365.");

        _setValue(age, 2);
        click("btnSaveWatchAge");

        assertThat(age.isInvalid()).isFalse();
        assertThat(shown()).isEqualTo("Every page warns when the newest verified backup is older than 2 days.");
        newSession();
        openBackups();
        openSettings();
        assertThat(byId(IntegerField.class, "watchAge").getValue()).isEqualTo(2);
    }

    @Test
    void theAddressIsTriedAndNeverShownWhole() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/secret-id", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String origin = "http://127.0.0.1:" + server.getAddress().getPort();
            openBackups();
            openSettings();
            TextField address = byId(TextField.class, "callAddress");
            _setValue(address, "ftp://example.org/x");
            click("btnSaveCall");
            assertThat(address.isInvalid()).isTrue();

            _setValue(address, origin + "/secret-id");
            click("btnSaveCall");
            assertThat(address.isInvalid()).isFalse();
            assertThat(address.getValue()).isEmpty();
            assertThat(text("callStatus"))
                    .isEqualTo(origin + "/… is called after each scheduled backup that succeeds. Not called yet.");

            click("btnTestCall");
            assertThat(shown()).isEqualTo("The address answered.");
            assertThat(calls).hasValue(1);
            assertThat(text("callStatus")).endsWith(": answered.");

            setDaily();
            makeDue();
            assertThat(calls).hasValue(2);

            click("btnRemoveCall");
            assertThat(isShown("callStatus")).isFalse();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theBannerComesWhenNoBackupIsYoungEnoughAndGoesWithTheNext() throws IOException {
        setDaily();
        openBackups();
        assertThat(text("safetyBannerText")).startsWith("There is no verified backup yet.");
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            other.run(() -> assertThat(isShown("safetyBanner")).isTrue());

            backUp();
            settle();

            assertThat(isShown("safetyBanner")).isFalse();
            other.run(() -> {
                settle();
                assertThat(isShown("safetyBanner")).isFalse();
            });
        }
    }

    @Test
    void withoutAScheduleNoPageWarns() {
        openBackups();

        assertThat(isShown("safetyBanner")).isFalse();
    }

    @Test
    void resultsThatCannotBeReadAreTold() throws IOException {
        backUp();
        operations.write(client -> 0, OperationsDatabase.WRITE_TIMEOUT);
        Files.writeString(home().resolve("instance/operations.db"), "no database at all");

        openBackups();

        assertThat(text("safetyReasons"))
                .isEqualTo("The results of the schedule and of the weekly checks in instance/operations.db cannot be"
                        + " read now.");
        openSettings();
        _setValue(byId(IntegerField.class, "watchAge"), 3);
        click("btnSaveWatchAge");
        assertThat(shown()).isEqualTo("That was not saved.");
    }
}

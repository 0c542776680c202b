package io.graphtracker.backup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import io.graphtracker.backup.BackupService;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.HeldBackup;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page between the start of a backup and its end. */
class BackupBusyViewTest extends ProjectPageTest {

    @Autowired
    private BackupService backups;

    @BeforeEach
    void showBothButtons() throws IOException {
        env("BACKUPS_DIR=backups\n");
        selectTab("tabActions");
        _setValue(byId(Checkbox.class, "btnBackupDBShowInHeader"), true);
        settle();
    }

    @Test
    void bothButtonsAreBusyUntilTheEnd() {
        assertBusy(false);

        try (HeldBackup held = HeldBackup.on(space())) {
            click("btnBackupDB");
            held.awaitReached();
            settleBesideHeldBackup();

            assertBusy(true);
            assertThat(ShownMessage.all()).isEmpty();
        }
        settle();

        assertBusy(false);
        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.SUCCESS);
    }

    @Test
    void aFailureEndsItToo() {
        try (HeldBackup held = HeldBackup.on(space())) {
            click("btnBackupDBPanel");
            held.awaitReached();
            settleBesideHeldBackup();
            assertBusy(true);
            held.failWith(new IllegalStateException("held and failed"));
        }
        settle();

        assertBusy(false);
        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.ERROR);
    }

    @Test
    void aSecondClickSaysSinceWhenOneIsRunning() {
        try (HeldBackup held = HeldBackup.on(space())) {
            click("btnBackupDB");
            held.awaitReached();

            click("btnBackupDBPanel");
            settleBesideHeldBackup();

            ShownMessage message = ShownMessage.only();
            assertThat(message.kind()).isEqualTo(Kind.INFORMATION);
            assertThat(message.text()).matches("A backup has been running since \\d\\d:\\d\\d:\\d\\d\\.");
            assertThat(message.hint()).isEqualTo("Wait until it has finished.");
            assertThat(message.assertive()).isFalse();
            assertThat(message.stays()).isFalse();
            assertThat(ShownMessage.spokenPolitely()).isEqualTo(message.text() + " " + message.hint());
            assertBusy(true);
            assertThat(isShown("lastBackupFailure")).isFalse();
        }
        settle();

        assertThat(ShownMessage.all()).extracting(ShownMessage::kind).containsExactly(Kind.SUCCESS);
        assertThat(home().resolve("backups")).isDirectoryContaining("glob:**.sqlite");
    }

    /** As the HTTP interface does. */
    @Test
    void aBackupThatWasStartedElsewhereMakesThemBusyToo() {
        try (HeldBackup held = HeldBackup.on(space())) {
            CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(() -> backups.backUp("local"));
            held.awaitReached();
            settle();
            assertBusy(true);

            held.close();
            elsewhere.join();
            settle();
        }

        assertBusy(false);
        assertThat(ShownMessage.all()).isEmpty();
    }

    @Test
    void theyAreBusyInEveryOpenBrowserButOnlyTheOneThatStartedItIsTold() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            try (HeldBackup held = HeldBackup.on(space())) {
                click("btnBackupDB");
                held.awaitReached();
                settleBesideHeldBackup();
                assertThat(other.call(() -> isBusy("btnBackupDB"))).isTrue();
            }
            settle();
            assertThat(other.call(() -> isBusy("btnBackupDB"))).isFalse();
            assertThat(other.call(ShownMessage::all)).isEmpty();
            assertThat(ShownMessage.all()).hasSize(1);
        }
    }

    @Test
    void aPageThatIsOpenedMeanwhileShowsItToo() {
        try (HeldBackup held = HeldBackup.on(space())) {
            click("btnBackupDB");
            held.awaitReached();
            settleBesideHeldBackup();

            newSession();
            openProjectBesideHeldBackup();

            assertThat(isBusy("btnBackupDB")).isTrue();
        }
        settle();
        assertThat(isBusy("btnBackupDB")).isFalse();
    }

    private void click(String button) {
        _click(byId(Button.class, button));
    }

    private static void assertBusy(boolean busy) {
        assertThat(isBusy("btnBackupDB")).isEqualTo(busy);
        assertThat(isBusy("btnBackupDBPanel")).isEqualTo(busy);
    }

    /** Both signs are set together, and the button is never disabled, since it would lose the focus. */
    private static boolean isBusy(String id) {
        Button button = byId(Button.class, id);
        assertThat(button.isEnabled()).isTrue();
        assertThat(button.getElement().hasAttribute("disabled")).isFalse();
        boolean busy = button.hasClassName("busy");
        assertThat(button.getElement().getAttribute("aria-disabled")).isEqualTo(String.valueOf(busy));
        return busy;
    }
}

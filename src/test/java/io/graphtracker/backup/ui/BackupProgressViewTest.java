package io.graphtracker.backup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupService;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.HeldBackup;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import io.graphtracker.testing.WatchedExecutor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The progress of a backup in the row of its action, and its cancel button. */
class BackupProgressViewTest extends ProjectPageTest {

    private static final Duration ALMOST_A_SECOND = Duration.ofMillis(999);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private BackupService backups;

    private WatchedExecutor executor;

    @Autowired
    void watch(@BackupExecutor WatchedExecutor watched) {
        executor = watched;
    }

    @BeforeEach
    void openActionsTab() throws IOException {
        env("BACKUPS_DIR=backups\n");
        selectTab("tabActions");
    }

    @Test
    void beforeASecondThereIsOnlySinceWhen() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(40, ALMOST_A_SECOND);
            settle();

            assertThat(byId(Paragraph.class, "backupRunning").getText())
                    .isEqualTo("A backup has been running since 21:30:05.");
            assertShown(false);
        }
    }

    @Test
    void fromASecondOnThereIsABarWithItsTextAndItsButton() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(40, A_SECOND);
            settle();

            ProgressBar bar = byId(ProgressBar.class, "backupProgress");
            assertThat(bar.getValue()).isEqualTo(40);
            assertThat(bar.getMin()).isZero();
            assertThat(bar.getMax()).isEqualTo(100);
            assertThat(bar.getElement().getAttribute("aria-label")).isEqualTo("Progress of the backup");
            assertThat(text()).isEqualTo("Copying: 40%, about 2 s left");
            assertThat(cancel().getText()).isEqualTo("Cancel");
            assertThat(cancel().getAriaLabel()).contains("Cancel the backup");
            assertThat(cancel().getElement().getAttribute("aria-disabled")).isEqualTo("false");

            backup.progress(60, Duration.ofSeconds(2));
            settle();
            assertThat(bar.getValue()).isEqualTo(60);
            assertThat(text()).startsWith("Checking: 60%");
        }
        settle();

        assertShown(false);
        assertThat(isShown("backupRunning")).isFalse();
    }

    /** While it waits for a lock or for the disk, no progress is reported. */
    @Test
    void aBackupThatHasNothingToTellIsShownToo() {
        try (HeldBackup held = HeldBackup.on(space())) {
            start(held);
            assertShown(false);

            timer().runFirst();
            settleBesideHeldBackup();

            assertThat(byId(ProgressBar.class, "backupProgress").getValue()).isZero();
            assertThat(text()).isEqualTo("Copying: 0%");
        }
        settle();
        assertShown(false);
    }

    @Test
    void theSecondOfABackupThatWasOverSoonerIsNotThatOfTheNext() {
        backups.backUp("local");
        try (HeldBackup held = HeldBackup.on(space())) {
            start(held);

            timer().runFirst();
            settleBesideHeldBackup();
            assertShown(false);

            timer().runFirst();
            settleBesideHeldBackup();
            assertShown(true);
        }
        settle();
    }

    @Test
    void whatIsToldAfterTheEndBringsNothingBack() {
        ToldBackup backup = ToldBackup.begin(events);
        backup.progress(90);
        backup.finish();
        backup.progress(95);
        settle();
        assertShown(false);

        try (ToldBackup next = ToldBackup.begin(events, ToldBackup.STARTED.plusMinutes(1))) {
            backup.progress(96);
            settle();
            assertShown(false);

            next.progress(30);
            backup.progress(97);
            settle();
            assertThat(byId(ProgressBar.class, "backupProgress").getValue()).isEqualTo(30);
        }
    }

    @Test
    void whatIsToldAfterAFailureBringsNothingBackEither() {
        ToldBackup backup = ToldBackup.begin(events);
        backup.progress(90);
        backup.fail(backups);
        backup.cancelling(90);
        settle();

        assertShown(false);
        // so that no failure is left for the next test
        backup.finish();
    }

    /** Two threads report, and one may be delayed between reading and reporting. */
    @Test
    void theBarNeverGoesBack() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(60, Duration.ofMillis(1600));
            backup.progress(40, Duration.ofMillis(1500));
            settle();

            assertThat(byId(ProgressBar.class, "backupProgress").getValue()).isEqualTo(60);
        }
    }

    @Test
    void itShowsInEveryOpenBrowserAndInOneThatIsOpenedMeanwhile() {
        try (OtherBrowser other = otherBrowser();
                ToldBackup backup = ToldBackup.begin(events)) {
            other.run(() -> {
                openProject();
                selectTab("tabActions");
            });
            backup.progress(40);
            settle();
            assertThat(other.call(BackupProgressViewTest::text)).startsWith("Copying: 40%");

            newSession();
            openProject();
            // the tab is remembered
            assertThat(text()).startsWith("Copying: 40%");

            backup.finish();
            settle();
            assertShown(false);
            assertThat(other.call(() -> isShown("backupProgress"))).isFalse();
        }
    }

    @Test
    void cancelStopsItAndTheOneWhoStartedItIsTold() {
        try (HeldBackup held = HeldBackup.on(space())) {
            start(held);
            timer().runFirst();
            settleBesideHeldBackup();

            _click(cancel());
            // told at the next look, here at once: it is asked to stop on this thread
            settleBesideHeldBackup();
            assertThat(backups.progress().orElseThrow().cancelling()).isTrue();
        }
        settle();

        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(Kind.INFORMATION);
        assertThat(message.text()).isEqualTo("The backup was cancelled.");
        assertThat(message.hint()).contains("Nothing was kept of this backup");
        assertShown(false);
        Paragraph line = byId(Paragraph.class, "lastBackupFailure");
        assertThat(line.getText()).matches("Backup cancelled on .*\\d\\d:\\d\\d:\\d\\d\\.");
        // it was wanted, so it is not marked as a fault
        assertThat(line.hasClassName("last-backup-failure")).isFalse();
        assertThat(home().resolve("backups")).isDirectoryNotContaining("glob:**graph_tracker_*");
    }

    @Test
    void whileItIsCancelledTheButtonKeepsTheFocusAndDoesNothing() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(40);
            backup.cancelling(40);
            settle();

            assertThat(text()).isEqualTo("Cancelling…");
            assertThat(cancel().getElement().getAttribute("aria-disabled")).isEqualTo("true");
            assertThat(cancel().isEnabled()).isTrue();
            assertThat(cancel().getElement().hasAttribute("disabled")).isFalse();

            _click(cancel());
            settle();
            assertThat(ShownMessage.all()).isEmpty();
        }
    }

    @Test
    void cancellingWhatIsOverIsAnswered() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(40);
            settle();

            _click(cancel());
            settle();

            ShownMessage message = ShownMessage.only();
            assertThat(message.kind()).isEqualTo(Kind.INFORMATION);
            assertThat(message.text()).isEqualTo("No backup is running.");
        }
    }

    @Test
    void whenTheButtonGoesItsFocusGoesToTheActionsButtonAndElseNoFocusMoves() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(40);
            assertThat(focusScripts()).isEmpty();
            backup.progress(60);
            assertThat(focusScripts()).isEmpty();

            backup.finish();

            assertThat(focusScripts()).singleElement().satisfies(script -> {
                assertThat(script.getInvocation().getParameters()).contains("btnCancelBackup", "btnBackupDBPanel");
                // what is hidden runs no script
                assertThat(script.getOwner().isVisible()).isTrue();
            });
        }
    }

    /** The scripts that the next response would run in the browser. */
    private List<PendingJavaScriptInvocation> focusScripts() {
        executor.awaitIdle();
        MockVaadin.runUIQueue();
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(script -> script.getInvocation().getExpression().contains("focus"))
                .toList();
    }

    private void start(HeldBackup held) {
        _click(byId(Button.class, "btnBackupDBPanel"));
        held.awaitReached();
        settleBesideHeldBackup();
    }

    private static void assertShown(boolean shown) {
        for (String id : List.of("backupProgress", "backupProgressText", "btnCancelBackup")) {
            assertThat(_find(Component.class, spec -> spec.withId(id))).as(id).hasSize(shown ? 1 : 0);
        }
    }

    private static String text() {
        return byId(Paragraph.class, "backupProgressText").getText();
    }

    private static Button cancel() {
        return byId(Button.class, "btnCancelBackup");
    }
}

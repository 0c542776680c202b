package io.graphtracker.backup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.ShortcutsKt._fireShortcut;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupService;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.StatusRegion;
import io.graphtracker.testing.HeldBackup;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Announcements during a backup, with the Task tab selected all the time: polite, rare, and made once. */
class BackupAnnouncementsViewTest extends ProjectPageTest {

    private static final String NOTHING = "";
    private static final String STARTED = "A backup is running.";
    private static final String FINISHED = "Backup finished.";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private BackupService backups;

    @Autowired
    private BackupJobUpdates running;

    @Autowired
    private ObjectProvider<Feedback> page;

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
    }

    @Test
    void theStartEachQuarterAndTheEndAreSaidOnceAndNothingElse() {
        List<String> heard = new ArrayList<>();
        ToldBackup backup = ToldBackup.begin(events);
        heard.add(heard());
        for (int percent = 1; percent < 98; percent++) {
            backup.progress(percent);
            heard.add(percent + ": " + heard());
        }
        backup.finish();
        heard.add(heard());
        backup.progress(97);
        heard.add(heard());

        assertThat(heard.stream().filter(text -> !text.matches("(\\d+: )?")))
                .containsExactly(
                        "1: " + STARTED,
                        "25: The backup is 25% done.",
                        "50: The backup is 50% done.",
                        "75: The backup is 75% done.",
                        FINISHED);
        assertThat(ShownMessage.all()).isEmpty();
    }

    @Test
    void ofSeveralQuartersAtOnceTheLastIsSaid() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(10);
            assertThat(heard()).isEqualTo(STARTED);
            backup.progress(80);
            assertThat(heard()).isEqualTo("The backup is 75% done.");
            backup.progress(81);
            assertThat(heard()).isEqualTo(NOTHING);
        }
    }

    @Test
    void quartersThatWerePassedBeforeTheStartWasSaidAreNot() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(60);
            assertThat(heard()).isEqualTo(STARTED);
            backup.progress(70);
            assertThat(heard()).isEqualTo(NOTHING);
            backup.progress(75);
            assertThat(heard()).isEqualTo("The backup is 75% done.");
        }
    }

    @Test
    void aShortBackupIsNotSpokenOf() {
        ToldBackup backup = ToldBackup.begin(events);
        backup.progress(60, Duration.ofMillis(999));
        assertThat(heard()).isEqualTo(NOTHING);
        backup.finish();

        assertThat(heard()).isEqualTo(NOTHING);
    }

    @Test
    void theSameWordsAreSaidAgainOfTheNextBackup() {
        for (int round = 0; round < 2; round++) {
            ToldBackup backup = ToldBackup.begin(events, ToldBackup.STARTED.plusMinutes(round));
            backup.progress(10);
            assertThat(heard()).isEqualTo(STARTED);
            backup.finish();
            assertThat(heard()).isEqualTo(FINISHED);
        }
    }

    @Test
    void whileItIsCancelledNoQuartersAreSaid() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(20);
            assertThat(heard()).isEqualTo(STARTED);
            backup.cancelling(30);
            assertThat(heard()).isEqualTo(NOTHING);
        }
    }

    @Test
    void aFailureIsSaid() {
        ToldBackup backup = ToldBackup.begin(events);
        backup.progress(10);
        assertThat(heard()).isEqualTo(STARTED);
        backup.fail(backups);
        assertThat(heard()).isEqualTo("The backup failed.");
        // so that no failure is left for the next test
        backup.finish();
    }

    @Test
    void thePageThatStartedItHearsTheEndOnceAndTheOthersHearItToo() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            try (HeldBackup held = HeldBackup.on(space())) {
                startHere(held);
                timer().runFirst();
                assertThat(heardBesideHeldBackup()).isEqualTo(STARTED);
                assertThat(other.call(this::heardBesideHeldBackup)).isEqualTo(STARTED);
            }
            String end = heard();

            assertThat(end).startsWith("Backup saved: backups/graph_tracker_");
            assertThat(announced()).isEmpty();
            assertThat(other.call(this::heard)).isEqualTo(FINISHED);
            assertThat(other.call(ShownMessage::all)).isEmpty();
        }
    }

    /** The page is told that one is running; otherwise it would not learn of its end. */
    @Test
    void aPageThatWantedOneMeanwhileHearsTheEndToo() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            try (HeldBackup held = HeldBackup.on(space())) {
                startHere(held);
                timer().runFirst();
                settleBesideHeldBackup();
                other.run(() -> {
                    pressShortcut();
                    assertThat(heardBesideHeldBackup()).startsWith("A backup has been running since ");
                });
            }

            assertThat(heard()).startsWith("Backup saved: ");
            assertThat(other.call(this::heard)).isEqualTo(FINISHED);
        }
    }

    @Test
    void theNextBackupOfAnybodyIsSpokenOfAgain() {
        try (HeldBackup held = HeldBackup.on(space())) {
            startHere(held);
            timer().runFirst();
            assertThat(heardBesideHeldBackup()).isEqualTo(STARTED);
        }
        assertThat(heard()).startsWith("Backup saved: ");

        ToldBackup backup = ToldBackup.begin(events);
        backup.progress(10);
        assertThat(heard()).isEqualTo(STARTED);
        backup.finish();
        assertThat(heard()).isEqualTo(FINISHED);
    }

    @Test
    void thatItWasCancelledIsSaidOnAllPagesToo() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            try (HeldBackup held = HeldBackup.on(space())) {
                startHere(held);
                timer().runFirst();
                assertThat(other.call(this::heardBesideHeldBackup)).isEqualTo(STARTED);
                assertThat(heardBesideHeldBackup()).isEqualTo(STARTED);
                backups.cancel();
                assertThat(heardBesideHeldBackup()).isEqualTo(NOTHING);
            }

            assertThat(heard()).startsWith("The backup was cancelled. Nothing was kept of this backup");
            assertThat(announced()).isEmpty();
            assertThat(other.call(this::heard)).isEqualTo("The backup was cancelled.");
        }
    }

    @Test
    void aPageThatIsOpenedMeanwhileHearsOnlyWhatIsNew() {
        try (ToldBackup backup = ToldBackup.begin(events)) {
            backup.progress(30);
            assertThat(heard()).isEqualTo(STARTED);

            newSession();
            openProject();
            assertThat(heard()).isEqualTo(NOTHING);
            backup.progress(40);
            assertThat(heard()).isEqualTo(NOTHING);
            backup.progress(50);
            assertThat(heard()).isEqualTo("The backup is 50% done.");
        }
    }

    private void startHere(HeldBackup held) {
        pressShortcut();
        held.awaitReached();
        settleBesideHeldBackup();
    }

    private static void pressShortcut() {
        _fireShortcut(UI.getCurrent(), Key.KEY_B, KeyModifier.ALT, KeyModifier.SHIFT);
    }

    /** The announcements since the last call. */
    private String heard() {
        settle();
        return takeText();
    }

    private String heardBesideHeldBackup() {
        settleBesideHeldBackup();
        return takeText();
    }

    private static String takeText() {
        StatusRegion region = _get(StatusRegion.class);
        String text = region.getText();
        region.setText("");
        return text;
    }

    /** The last announcement of this page, apart from its messages. */
    private String announced() {
        return running.announcements(page.getObject()).peek().text();
    }
}

package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionService;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.Timing;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The section of the Backups page about the schedule. */
class ScheduleViewTest extends SchedulePageTest {

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private RetentionService retention;

    @Test
    void whereNothingIsSetOneButtonSetsIt() {
        openBackups();
        assertThat(shown("scheduleNone")).isEqualTo("Backups are made only by hand.");
        assertThat(isShown("scheduleNext")).isFalse();

        _click(byId(Button.class, "btnScheduleRecommended"));
        settle();

        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.SUCCESS);
        assertThat(ShownMessage.only().text()).isEqualTo("Schedule saved: Daily at 02:00 (" + zone() + ").");
        assertThat(shown("scheduleCurrent")).isEqualTo("Daily at 02:00 (" + zone() + ")");
        assertThat(shown("scheduleNext"))
                .matches("\\w{3} \\d{1,2} \\w{3} \\d{4}, 02:00 \\(.*\\)")
                .endsWith("(" + zone() + ")");
        assertThat(isShown("btnScheduleRecommended")).isFalse();
        assertThat(isShown("scheduleNone")).isFalse();
        assertThat(isShown("scheduleLast")).isFalse();
    }

    @Test
    void withoutAFolderNothingCanBeScheduled() throws IOException {
        env("");
        openBackups();

        assertThat(shown("scheduleNone")).isEqualTo("Choose a folder for backups first. Then they can be scheduled.");
        assertThat(isShown("btnScheduleRecommended")).isFalse();
        assertThat(isShown("changeSchedule")).isFalse();

        env("BACKUPS_DIR=backups\n");
        _click(byId(Button.class, "btnRefreshBackups"));
        settle();

        assertThat(isShown("btnScheduleRecommended")).isTrue();
        assertThat(shown("scheduleNone")).isEqualTo("Backups are made only by hand.");
    }

    @Test
    void aRunThatFailedSaysWhyAndWhatToDo() throws IOException {
        setDaily();
        env("");
        makeDue();
        openBackups();

        assertThat(shown("scheduleLast"))
                .contains(": no backup was made. Provide BACKUPS_DIR in .env at project root. Add a line to .env");
        assertThat(shown("scheduleCurrent")).startsWith("Daily at 03:15");
        assertThat(isShown("scheduleProblem")).as("the list says the same").isFalse();
    }

    @Test
    void theNextFiveBackupsAreShownBeforeAnythingIsSaved() throws IOException {
        openBackups();
        choose("CRON");
        _setValue(byId(ComboBox.class, "scheduleZone"), ZoneId.of("Europe/Berlin"));
        _setValue(byId(TextField.class, "scheduleExpression"), "30 2 29 2 *");
        settle();

        assertThat(runs())
                .containsExactly(
                        "Tue 29 Feb 2028, 02:30 CET",
                        "Sun 29 Feb 2032, 02:30 CET",
                        "Fri 29 Feb 2036, 02:30 CET",
                        "Wed 29 Feb 2040, 02:30 CET",
                        "Mon 29 Feb 2044, 02:30 CET");
        assertThat(ShownMessage.spokenPolitely()).isEqualTo("Next backup: Tue 29 Feb 2028, 02:30 CET.");
        assertThat(home().resolve("instance/operations.db")).doesNotExist();

        save();

        assertThat(shown("scheduleCurrent")).isEqualTo("By the cron expression 30 2 29 2 * (Europe/Berlin)");
        assertThat(shown("scheduleNext")).isEqualTo("Tue 29 Feb 2028, 02:30 (Europe/Berlin)");
    }

    @Test
    void theFieldsAreThoseOfTheKind() {
        openBackups();
        assertThat(isShown("scheduleTime")).isTrue();
        assertThat(isShown("scheduleDay")).isFalse();
        choose("WEEKLY");
        assertThat(isShown("scheduleDay")).isTrue();
        assertThat(isShown("scheduleTime")).isTrue();
        choose("EVERY");
        assertThat(isShown("scheduleHours")).isTrue();
        assertThat(isShown("scheduleTime")).isFalse();
        assertThat(isShown("scheduleZone")).isFalse();
        assertThat(runs()).hasSize(5);
        choose("OFF");
        assertThat(isShown("scheduleHours")).isFalse();
        assertThat(isShown("scheduleRuns")).isFalse();
        assertThat(shown("scheduleNoRuns")).isEqualTo("None scheduled.");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNotSaved() {
        openBackups();
        _setValue(byId(TimePicker.class, "scheduleTime"), null);
        assertThat(byId(TimePicker.class, "scheduleTime").getErrorMessage())
                .isEqualTo("Enter a time, for example 02:00.");
        assertThat(shown("scheduleNoRuns")).isEqualTo("Correct the fields above to see them.");
        choose("EVERY");
        _setValue(byId(IntegerField.class, "scheduleHours"), 0);
        assertThat(byId(IntegerField.class, "scheduleHours").getErrorMessage())
                .isEqualTo("Enter a whole number from 1 to 744.");
        choose("CRON");
        _setValue(byId(TextField.class, "scheduleExpression"), "every night");
        TextField expression = byId(TextField.class, "scheduleExpression");
        assertThat(expression.getErrorMessage())
                .isEqualTo("Enter five fields, for example 0\u00a02\u00a0*\u00a0*\u00a0MON-FRI.");
        assertThat(expression.isInvalid()).isTrue();
        save();
        _setValue(expression, "0 2 30 2 *");
        assertThat(expression.getErrorMessage()).isEqualTo("No date fits this expression.");
        save();
        assertThat(isShown("scheduleNone")).isTrue();
        assertThat(home().resolve("instance/operations.db")).doesNotExist();

        _setValue(expression, "0 2 28 2 *");

        assertThat(expression.isInvalid()).isFalse();
        assertThat(runs()).hasSize(5);
    }

    @Test
    void whatAnotherPageSavesAppearsUnlessTheUserIsChangingIt() throws IOException {
        openBackups();
        try (OtherBrowser other = otherBrowser()) {
            other.run(() -> {
                openBackups();
                choose("EVERY");
                _setValue(byId(IntegerField.class, "scheduleHours"), 8);
            });

            setDaily();

            assertThat(byId(TimePicker.class, "scheduleTime").getValue()).hasToString("03:15");
            assertThat(shown("scheduleCurrent")).startsWith("Daily at 03:15");
            other.run(() -> {
                settle();
                assertThat(shown("scheduleCurrent")).startsWith("Daily at 03:15");
                assertThat(byId(IntegerField.class, "scheduleHours").getValue()).isEqualTo(8);
                save();
            });
            settle();
            assertThat(shown("scheduleCurrent")).isEqualTo("Every 8 hours");
            assertThat(byId(IntegerField.class, "scheduleHours").getValue()).isEqualTo(8);
        }
    }

    @Test
    void theLastResultIsShown() throws IOException {
        setDaily();
        openBackups();

        makeDue();
        assertThat(names()).hasSize(1);
        String name = names().getFirst();
        assertThat(cell(row(name), "Kind")).isEqualTo("Scheduled");
        assertThat(shown("scheduleLast")).endsWith(": " + name + " was made.");

        makeDue();
        assertThat(names()).hasSize(1);
        assertThat(shown("scheduleLast"))
                .endsWith(": nothing had changed since " + name + ", so it was verified again.");
    }

    @Test
    void whoTurnsItOffSeesThat() throws IOException {
        setDaily();
        openBackups();

        choose("OFF");
        save();

        assertThat(ShownMessage.only().text()).isEqualTo("From now on, no backups are scheduled.");
        assertThat(shown("scheduleCurrent")).isEqualTo("No scheduled backups");
        assertThat(isShown("scheduleNext")).isFalse();
        assertThat(isShown("btnScheduleRecommended")).isFalse();
    }

    @Test
    void aScheduleThatCannotBeReadIsToldWithWhatToDo() throws IOException {
        setDaily();
        Files.writeString(home().resolve("instance/operations.db"), "no database at all");
        openBackups();

        assertThat(shown("scheduleProblem"))
                .isEqualTo(
                        "No scheduled backups can be made now: instance/operations.db is damaged, or not a database."
                                + " Move it away, then set the schedule, the retention rule and what is watched again: it contains those, too.");
        assertThat(isShown("scheduleNone")).isFalse();
        assertThat(isShown("btnScheduleRecommended")).isFalse();
        assertThat(isShown("changeSchedule")).isFalse();
    }

    /** Many programs lock a database for a moment. */
    @Test
    void aDatabaseThatIsLockedForAMomentHidesNothing() throws IOException, SQLException {
        setDaily();
        openBackups();
        try (Connection other = TestDatabase.open(home().resolve("instance/operations.db"))) {
            TestDatabase.execute(other, "begin exclusive");
            _click(byId(Button.class, "btnRefreshBackups"));
            look();
            assertThat(isShown("changeSchedule")).isTrue();
            assertThat(shown("scheduleCurrent")).startsWith("Daily at 03:15");
            assertThat(isShown("scheduleProblem")).isFalse();
            assertThat(isShown("scheduleBanner")).isFalse();

            look();
            assertThat(shown("scheduleProblem")).contains("another program keeps instance/operations.db locked.");
            assertThat(isShown("changeSchedule")).isTrue();
            assertThat(isShown("scheduleBanner")).isTrue();
            TestDatabase.execute(other, "rollback");
        }

        look();
        assertThat(isShown("scheduleProblem")).isFalse();
        assertThat(isShown("scheduleBanner")).isFalse();
    }

    @Test
    void whatIsRecommendedReplacesNoScheduleThatSomebodyHasJustSet() throws IOException {
        openBackups();
        Button recommended = byId(Button.class, "btnScheduleRecommended");
        Schedule weekly =
                new Schedule(new Timing.Weekly(DayOfWeek.MONDAY, LocalTime.of(3, 15)), ZoneId.of("Europe/Berlin"));
        schedules.save(weekly, "zoe");

        // whether or not this page shows that by now
        recommended.click();
        settle();

        assertThat(schedules.state().orElseThrow().schedule()).isEqualTo(weekly);
        assertThat(retention.rule()).isEmpty();
        assertThat(ShownMessage.only().text()).isEqualTo("Somebody has set a schedule meanwhile. It was not changed.");
    }

    @Test
    void theRecommendationNamesItsRule() throws IOException {
        openBackups();
        assertThat(shown("safety"))
                .contains("deletes old scheduled backups; it keeps 7 daily, 4 weekly and 12 monthly ones.");

        _click(byId(Button.class, "btnScheduleRecommended"));
        settle();

        assertThat(retention.rule()).contains(RetentionRule.SENSIBLE);
    }

    @Test
    void aZoneThatIsNotNeededKeepsNothingFromBeingSaved() throws IOException {
        setDaily();
        openBackups();
        _setValue(byId(ComboBox.class, "scheduleZone"), null);

        choose("OFF");
        save();

        assertThat(ShownMessage.only().text()).isEqualTo("From now on, no backups are scheduled.");
    }

    @Test
    void theSettingsOfAProjectTellTheNextBackup() throws IOException {
        setDaily();
        openProject();
        selectTab("tabSettings");

        assertThat(shown("nextBackup")).matches("\\w{3} \\d{1,2} \\w{3} \\d{4}, 03:15 \\(.*\\)");
    }

    @Test
    void anyDayCanBeChosen() {
        openBackups();
        choose("WEEKLY");
        @SuppressWarnings("unchecked")
        Select<DayOfWeek> day = byId(Select.class, "scheduleDay");
        _setValue(day, DayOfWeek.WEDNESDAY);
        settle();

        assertThat(runs()).hasSize(5).allMatch(run -> run.startsWith("Wed "));
        save();
        assertThat(shown("scheduleCurrent")).isEqualTo("Every Wednesday at 02:00 (" + zone() + ")");
    }

    private void save() {
        _click(byId(Button.class, "btnSaveSchedule"));
        settle();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void choose(String kind) {
        Select field = byId(Select.class, "scheduleKind");
        Object item = field.getListDataView()
                .getItems()
                .filter(found -> found.toString().equals(kind))
                .findFirst()
                .orElseThrow();
        _setValue(field, item);
        settle();
    }

    private static List<String> runs() {
        return byId(OrderedList.class, "scheduleRuns")
                .getChildren()
                .map(BackupsPageTest::text)
                .toList();
    }

    private static String shown(String id) {
        return text(byId(Component.class, id));
    }
}

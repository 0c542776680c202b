package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionService;
import io.graphtracker.backup.retention.RetentionTier;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** The retention rule on the Backups page. */
class RetentionViewTest extends BackupsPageTest {

    private static final RetentionRule LAST_ONE =
            new RetentionRule(Map.of(RetentionTier.LAST, 1), null, Duration.ZERO, false);

    @Autowired
    private RetentionService service;

    @Autowired
    private BackupService backups;

    @Test
    void atFirstItIsOffAndTheFieldsSuggestASensibleRule() throws IOException {
        openBackups();

        assertThat(status()).isEqualTo("Off: Graph Tracker never deletes a backup on its own.");
        assertThat(isShown("btnRetentionOff")).isFalse();
        assertThat(values()).containsExactly(null, null, 7, 4, 12, null);
        assertThat(service.rule()).isEmpty();
    }

    @Test
    void aPreviewSaysWhatWouldGoAndWhatStaysAndWhy() throws IOException {
        List<String> made = makeThreeAndAManualOne();
        openBackups();
        keepTheLast(1);

        press("btnRetentionPreview");

        assertThat(text(byId(Paragraph.class, "retentionSummary")))
                .matches("2 backups would be deleted, freeing .*; 2 files would be kept\\.");
        assertThat(ShownMessage.spokenPolitely()).contains("2 backups would be deleted");
        assertThat(previewed(made.get(3))).contains("Kept", "Newest verified backup; manual backup");
        assertThat(previewed(made.get(2))).contains("Kept", "The last one");
        assertThat(previewed(made.get(1))).contains("Deleted", "Not kept by any part of the rule");
        assertThat(previewed(made.get(0))).contains("Deleted");
        assertThat(service.rule()).isEmpty();
    }

    @Test
    void everyReasonIsNamed() throws IOException {
        String made = make(BackupKind.SCHEDULED);
        openBackups();

        press("btnRetentionPreview");

        assertThat(previewed(made))
                .containsPattern("Newest verified backup; newest of \\d+ \\w+ \\d{4}; newest of week \\d+ of \\d{4};"
                        + " newest of \\w+ \\d{4}");
    }

    @Test
    void aRuleThatDeletesIsSavedAfterAQuestionThatNamesWhatGoes() throws IOException {
        List<String> made = makeThreeAndAManualOne();
        openBackups();
        keepTheLast(1);

        press("btnRetentionSave");

        assertThat(isShown("retentionPreview")).isTrue();
        ConfirmDialog question = _get(ConfirmDialog.class);
        assertThat(text(question))
                .contains("2 backups will be deleted after the next verified backup")
                .contains(made.get(0), made.get(1))
                .doesNotContain(made.get(2));
        assertThat(service.rule()).as("not yet").isEmpty();

        ConfirmDialogKt._fireConfirm(question);
        settle();
        assertThat(service.rule()).contains(LAST_ONE);
        assertThat(ShownMessage.only().text()).isEqualTo("The retention rule was saved.");
        assertThat(status())
                .isEqualTo(
                        "On. After each verified backup, Graph Tracker deletes what the rule does not keep. It keeps the last one.");
        assertThat(Files.exists(folder().resolve(made.getFirst()))).isTrue();
    }

    @Test
    void cancelledNothingIsSaved() throws IOException {
        makeThreeAndAManualOne();
        openBackups();
        keepTheLast(1);
        press("btnRetentionSave");

        ConfirmDialogKt._fireCancel(_get(ConfirmDialog.class));
        settle();

        assertThat(service.rule()).isEmpty();
        assertThat(status()).startsWith("Off");
    }

    @Test
    void aRuleThatDeletesNothingNowIsSavedAtOnceWithItsPreview() throws IOException {
        make(BackupKind.SCHEDULED);
        openBackups();

        press("btnRetentionSave");

        assertThat(_find(ConfirmDialog.class)).isEmpty();
        assertThat(text(byId(Paragraph.class, "retentionSummary")))
                .isEqualTo("Nothing would be deleted; 1 file would be kept.");
        assertThat(service.rule()).contains(RetentionRule.SENSIBLE);
    }

    @Test
    void inAnEmptyFolderThePreviewSaysSo() {
        openBackups();

        press("btnRetentionPreview");

        assertThat(text(byId(Paragraph.class, "retentionSummary")))
                .isEqualTo("The folder has no backups yet, so nothing would be deleted.");
        assertThat(isShown("retentionFiles")).isFalse();
    }

    /** What would be saved now was not previewed. */
    @Test
    void aChangeTakesThePreviewAway() throws IOException {
        makeThreeAndAManualOne();
        openBackups();
        press("btnRetentionPreview");
        assertThat(isShown("retentionPreview")).isTrue();

        _setValue(count("daily"), 2);

        assertThat(isShown("retentionPreview")).isFalse();
    }

    @Test
    void allFieldsAreSavedAndShownAgain() throws IOException {
        openBackups();
        for (RetentionTier tier : RetentionTier.values()) {
            _setValue(count(tier.code()), tier.ordinal() + 1);
        }
        _setValue(byId(NumberField.class, "retention-size"), 2.5);
        _setValue(byId(IntegerField.class, "retention-age"), 3);
        _setValue(byId(Checkbox.class, "retention-manual"), true);

        press("btnRetentionSave");

        RetentionRule expected = new RetentionRule(
                Map.of(
                        RetentionTier.LAST, 1,
                        RetentionTier.HOURLY, 2,
                        RetentionTier.DAILY, 3,
                        RetentionTier.WEEKLY, 4,
                        RetentionTier.MONTHLY, 5,
                        RetentionTier.YEARLY, 6),
                2_500_000_000L,
                Duration.ofDays(3),
                true);
        assertThat(service.rule()).contains(expected);
        assertThat(status())
                .isEqualTo(
                        "On, for manual backups too. After each verified backup, Graph Tracker deletes what the rule does not"
                                + " keep. It keeps the last one, 2 hourly, 3 daily, 4 weekly, 5 monthly, 6 yearly, at most 2.5 GB in"
                                + " total, everything younger than 3 days.");

        openBackups();
        assertThat(values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(byId(NumberField.class, "retention-size").getValue()).isEqualTo(2.5);
        assertThat(byId(Select.class, "retention-unit").getValue()).hasToString("GB");
        assertThat(byId(IntegerField.class, "retention-age").getValue()).isEqualTo(3);
        assertThat(byId(Checkbox.class, "retention-manual").getValue()).isTrue();
    }

    @Test
    void withoutAnyNumberTheFormSaysWhatIsMissing() throws IOException {
        openBackups();
        List.of("daily", "weekly", "monthly").forEach(tier -> _setValue(count(tier), null));

        press("btnRetentionSave");

        assertThat(text(byId(Paragraph.class, "retentionNothing")))
                .isEqualTo("Enter at least one number to keep, or a total size.");
        assertThat(service.rule()).isEmpty();

        _setValue(count("yearly"), 1);
        assertThat(isShown("retentionNothing")).isFalse();
    }

    @Test
    void aNumberOutOfItsRangeIsToldInItsField() throws IOException {
        openBackups();
        _setValue(count("daily"), RetentionRule.MOST + 1);

        press("btnRetentionSave");

        assertThat(count("daily").isInvalid()).isTrue();
        assertThat(count("daily").getErrorMessage())
                .isEqualTo("Enter a whole number from 0 to 9,999, or leave this empty.");
        assertThat(isShown("retentionPreview")).isFalse();
        assertThat(service.rule()).isEmpty();
    }

    @Test
    void oneClickTurnsItOffAndTheNumbersStay() throws IOException {
        service.save(LAST_ONE, "local");
        openBackups();
        assertThat(values()).containsExactly(1, null, null, null, null, null);

        press("btnRetentionOff");

        assertThat(service.rule()).isEmpty();
        assertThat(status()).startsWith("Off");
        assertThat(ShownMessage.only().text()).startsWith("Retention is off");
        assertThat(isShown("btnRetentionOff")).isFalse();
        assertThat(values()).containsExactly(1, null, null, null, null, null);
    }

    @Test
    void whatSomebodyElseSavesIsShownExceptWhereItWouldReplaceWhatIsTyped() throws IOException {
        openBackups();
        service.save(LAST_ONE, "local");
        settle();
        assertThat(status()).endsWith(" the last one.");
        assertThat(count("last").getValue()).isEqualTo(1);

        _setValue(count("last"), 5);
        service.save(RetentionRule.SENSIBLE, "local");
        settle();
        assertThat(status()).endsWith(" 7 daily, 4 weekly, 12 monthly.");
        assertThat(count("last").getValue()).isEqualTo(5);
    }

    @Test
    void aRuleThatCannotBeReadIsToldAndSoIsThatNothingIsDeleted() throws IOException {
        Path file = home().resolve(OperationsDatabase.FILE);
        FileSystemUtils.deleteRecursively(file);
        Files.createDirectories(file);
        openBackups();

        assertThat(status())
                .isEqualTo(
                        "The retention rule cannot be read now: instance/operations.db is not a file. Move what is there"
                                + " away; a new one is started by the next operation. Until then, no backup is deleted.");

        press("btnRetentionSave");
        assertThat(text(byId(Paragraph.class, "retentionSummary")))
                .startsWith("This rule cannot be previewed now: instance/operations.db is not a file.");
    }

    @Test
    void aRuleThatCannotBeStoredIsToldAndNothingChanges() throws IOException {
        service.save(LAST_ONE, "local");
        openBackups();
        holdTasks();
        _click(byId(Button.class, "btnRetentionOff"));
        Path file = home().resolve(OperationsDatabase.FILE);
        Files.delete(file);
        Files.createDirectories(file);
        releaseTasks();
        settle();

        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(Kind.ERROR);
        assertThat(message.text())
                .startsWith("The retention rule was not turned off: instance/operations.db is not a file.");
    }

    @Test
    void aFolderThatCannotBeListedIsToldInThePlaceOfThePreview() throws IOException {
        openBackups();
        Files.writeString(folder(), "no folder");

        press("btnRetentionPreview");

        assertThat(text(byId(Paragraph.class, "retentionSummary"))).contains("cannot be used: it is a file");
        assertThat(isShown("retentionFiles")).isFalse();
    }

    @Test
    void withoutAFolderThereIsNothingToSet() throws IOException {
        env("");
        openBackups();

        assertThat(isShown("retention")).isFalse();
    }

    @Test
    void theOneButtonOfAPageWithoutAScheduleSavesASensibleRule() throws IOException {
        openBackups();

        press("btnScheduleRecommended");

        assertThat(service.rule()).contains(RetentionRule.SENSIBLE);
        assertThat(status()).endsWith(" 7 daily, 4 weekly, 12 monthly.");
    }

    @Test
    void ifTheSensibleRuleWouldDeleteItHasToBePreviewed() throws IOException {
        Path made = folder().resolve(make(BackupKind.SCHEDULED));
        for (int day = 1; day <= 9; day++) {
            Instant at = Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(day));
            copy(made, "graph_tracker_2020010" + day + "_000000.sqlite", at);
        }
        openBackups();

        press("btnScheduleRecommended");

        assertThat(service.rule()).isEmpty();
        assertThat(ShownMessage.all())
                .extracting(ShownMessage::text)
                .contains("The retention rule was not set, because it would delete backups.");
    }

    @Test
    void aLongPreviewShowsMoreOnRequest() throws IOException {
        Path made = backUp();
        for (int day = 1; day <= 60; day++) {
            Instant at = Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(day));
            copy(made, "graph_tracker_" + (20_200_000 + day) + "_000000.sqlite", at);
        }
        openBackups();
        press("btnRetentionPreview");
        assertThat(_find(NativeTableRow.class, row -> row.withPredicate(RetentionViewTest::isPreviewed)))
                .hasSize(50);

        press("btnMoreRetentionFiles");

        assertThat(_find(NativeTableRow.class, row -> row.withPredicate(RetentionViewTest::isPreviewed)))
                .hasSize(61);
        assertThat(isShown("btnMoreRetentionFiles")).isFalse();
    }

    private List<String> makeThreeAndAManualOne() throws IOException {
        return List.of(
                make(BackupKind.SCHEDULED),
                make(BackupKind.SCHEDULED),
                make(BackupKind.SCHEDULED),
                make(BackupKind.MANUAL));
    }

    private String make(BackupKind kind) {
        return backups.backUp(kind, "local").file().getFileName().toString();
    }

    private void keepTheLast(int number) {
        List.of("daily", "weekly", "monthly").forEach(tier -> _setValue(count(tier), null));
        _setValue(count("last"), number);
    }

    private void press(String button) {
        _click(byId(Button.class, button));
        settle();
    }

    private static String status() {
        return text(byId(Paragraph.class, "retentionStatus"));
    }

    private static IntegerField count(String tier) {
        return byId(IntegerField.class, "retention-" + tier);
    }

    private static List<@Nullable Integer> values() {
        return Arrays.stream(RetentionTier.values())
                .map(tier -> count(tier.code()).getValue())
                .toList();
    }

    private static boolean isPreviewed(NativeTableRow row) {
        return row.getElement().hasAttribute("data-name") && !(row instanceof BackupRow);
    }

    private static String previewed(String name) {
        return text(_get(
                NativeTableRow.class,
                spec -> spec.withPredicate(
                        row -> isPreviewed(row) && name.equals(row.getElement().getAttribute("data-name")))));
    }
}

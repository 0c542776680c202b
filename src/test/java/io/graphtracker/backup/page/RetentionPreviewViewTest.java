package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The preview of a retention rule, and what is asked before one is saved. */
class RetentionPreviewViewTest extends RetentionPageTest {

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
    void aFolderThatCannotBeListedIsToldInThePlaceOfThePreview() throws IOException {
        openBackups();
        Files.writeString(folder(), "no folder");

        press("btnRetentionPreview");

        assertThat(text(byId(Paragraph.class, "retentionSummary"))).contains("cannot be used: it is a file");
        assertThat(isShown("retentionFiles")).isFalse();
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
        assertThat(_find(NativeTableRow.class, row -> row.withPredicate(RetentionPageTest::isPreviewed)))
                .hasSize(50);

        press("btnMoreRetentionFiles");

        assertThat(_find(NativeTableRow.class, row -> row.withPredicate(RetentionPageTest::isPreviewed)))
                .hasSize(61);
        assertThat(isShown("btnMoreRetentionFiles")).isFalse();
    }
}

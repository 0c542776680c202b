package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionTier;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The retention rule on the Backups page. */
class RetentionViewTest extends RetentionPageTest {

    @Test
    void atFirstItIsOffAndTheFieldsSuggestASensibleRule() throws IOException {
        openBackups();

        assertThat(status()).isEqualTo("Off: Graph Tracker never deletes a backup on its own.");
        assertThat(isShown("btnRetentionOff")).isFalse();
        assertThat(values()).containsExactly(null, null, 7, 4, 12, null);
        assertThat(service.rule()).isEmpty();
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
                .isEqualTo("The retention rule cannot be read now: instance/operations.db is not a file. Move it out"
                        + " of the way, then set the schedule, the retention rule and what is watched again: it contains those, too."
                        + " Until then, no backup is deleted.");

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
}

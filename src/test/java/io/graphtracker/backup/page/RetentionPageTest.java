package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionService;
import io.graphtracker.backup.retention.RetentionTier;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the retention rule on the Backups page share. */
abstract class RetentionPageTest extends BackupsPageTest {

    static final RetentionRule LAST_ONE = new RetentionRule(Map.of(RetentionTier.LAST, 1), null, Duration.ZERO, false);

    @Autowired
    RetentionService service;

    @Autowired
    BackupService backups;

    List<String> makeThreeAndAManualOne() throws IOException {
        return List.of(
                make(BackupKind.SCHEDULED),
                make(BackupKind.SCHEDULED),
                make(BackupKind.SCHEDULED),
                make(BackupKind.MANUAL));
    }

    String make(BackupKind kind) {
        return backups.backUp(kind, "local").file().getFileName().toString();
    }

    void keepTheLast(int number) {
        List.of("daily", "weekly", "monthly").forEach(tier -> _setValue(count(tier), null));
        _setValue(count("last"), number);
    }

    void press(String button) {
        _click(byId(Button.class, button));
        settle();
    }

    static String status() {
        return text(byId(Paragraph.class, "retentionStatus"));
    }

    static IntegerField count(String tier) {
        return byId(IntegerField.class, "retention-" + tier);
    }

    static List<@Nullable Integer> values() {
        return Arrays.stream(RetentionTier.values())
                .map(tier -> count(tier.code()).getValue())
                .toList();
    }

    static boolean isPreviewed(NativeTableRow row) {
        return row.getElement().hasAttribute("data-name") && !(row instanceof BackupRow);
    }

    static String previewed(String name) {
        return text(_get(
                NativeTableRow.class,
                spec -> spec.withPredicate(
                        row -> isPreviewed(row) && name.equals(row.getElement().getAttribute("data-name")))));
    }
}

package io.graphtracker.backup.restore.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.backup.restore.UndoOffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The dialog from its opening to its end, without a browser. */
class RestoreDialogViewTest extends RestorePageTest {

    @Test
    void theBackupIsCheckedOnAnotherThreadAndThenShownAgainstWhatThereIs() {
        projects.rename(project("Garden house"), "Shed");

        openDialog();

        assertThat(dialog().getHeaderTitle()).matches("Restore the backup of \\d+ \\w{3} \\d{4}, \\d\\d:\\d\\d");
        assertThat(text("restoreAge"))
                .matches("This backup was made on \\d+ \\w{3} \\d{4}, \\d\\d:\\d\\d:\\d\\d \\S+ \\(just now\\)\\.");
        assertThat(rows())
                .containsExactly("ContentsAfterwardsNow", "Projects12", "Tasks and groups00", "Dependencies00");
        assertThat(text("restoreLost")).isEqualTo("1 project will be removedBoat");
        assertThat(text("restoreReverted")).isEqualTo("1 project will return to an earlier stateShed");
        assertThat(isShown("restoreBroughtBack")).isFalse();
        assertThat(text("restoreSafety")).contains("safety backup").contains("for 7 days");
        assertThat(byId(Checkbox.class, "restoreUnderstood").getLabel()).isEqualTo("I know what will change");
        assertThat(spoken()).isEqualTo("The check passed. Here is what the restore would change.");
    }

    @Test
    void whileItIsCheckedItSaysSoAndCanBeLeft() {
        holdTasks();
        beginDialog();

        assertThat(text("restoreChecking")).isEqualTo("Checking what is to be restored…");
        click("btnCloseRestore");
        releaseTasks();
        settle();

        _assertNone(Dialog.class);
        assertThat(spoken()).isNotEqualTo("The check passed. Here is what the restore would change.");
        assertProjects("Garden house", "Boat");
    }

    @Test
    void ofManyNamesTheFirstAreShown() {
        IntStream.range(0, 7).forEach(number -> projects.create("Project " + number));

        openDialog();

        assertThat(_find(byId(Section.class, "restoreLost"), ListItem.class))
                .extracting(ListItem::getText)
                .hasSize(6)
                .endsWith("and 3 more");
    }

    @Test
    void whatIsUnusableIsRefusedWithReasonAndAdvice() throws IOException {
        damage();

        openDialog();

        assertThat(text("restoreProblem")).isNotBlank();
        assertThat(text("restoreProblemHint")).contains("Nothing was changed");
        _assertNone(Button.class, button -> button.withId("btnConfirmRestore"));
        assertThat(byId(Button.class, "btnCloseRestore").getText()).isEqualTo("Close");
        click("btnCloseRestore");
        _assertNone(Dialog.class);
    }

    @Test
    void onlyATickConfirms() {
        openDialog();
        Checkbox understood = byId(Checkbox.class, "restoreUnderstood");
        click("btnConfirmRestore");
        settle();

        assertThat(understood.isInvalid()).isTrue();
        assertThat(understood.getErrorMessage()).isEqualTo("Tick the box to go on.");
        assertThat(restores.isRunning()).isFalse();
        assertProjects("Garden house", "Boat");

        tick();
        assertThat(understood.isInvalid()).isFalse();
        click("btnConfirmRestore");
        settle();

        assertProjects("Garden house");
    }

    @Test
    void theStepsAreShownAndSaidAndTheDialogStays() {
        openDialog();
        try (HeldRestore held = holdAt(RestoreStep.SAFETY_BACKUP)) {
            confirm();
            held.awaitReached();
            settleBesideHeldBackup();

            assertThat(steps())
                    .containsExactly(
                            "Check it again and copy itdone",
                            "Adapt the copy to this versiondone",
                            "Back up what you have nowin progress",
                            "Put the copy in placepending",
                            "Check that it workspending");
            assertThat(_find(ListItem.class, item -> item.withAttribute("aria-current", "step")))
                    .extracting(item -> item.getElement().getTextRecursively())
                    .containsExactly("Back up what you have nowin progress");
            assertThat(spoken()).isEqualTo("Step 3 of 5: Back up what you have now");
            assertThat(dialog().isCloseOnEsc()).isFalse();
            assertThat(dialog().isCloseOnOutsideClick()).isFalse();
            assertThat(_find(dialog(), Button.class)).isEmpty();
        }
        settle();

        assertThat(steps()).hasSize(5).allMatch(step -> step.endsWith("done"));
    }

    @Test
    void theEndSaysWhatCameBackAndWhereTheFormerStateIs() {
        openDialog();
        confirm();
        settle();

        assertThat(text("restoreDone")).matches("The backup of .* was restored\\.");
        assertThat(text("restoreFormer"))
                .isEqualTo("What you had before is kept in the safety backup "
                        + restores.undoOffer().orElseThrow().safetyBackup() + ".");
        assertThat(spoken()).startsWith("The backup of").contains("is kept in the safety backup");
        assertThat(dialog().isCloseOnEsc()).isFalse();
        assertThat(_find(dialog(), Button.class)).extracting(Button::getText).containsExactly("Reload");
        assertReloads("btnReload");
        assertProjects("Garden house");
    }

    @Test
    void aFailureIsToldWithTheStepThatFailed() throws IOException {
        openDialog();
        try (HeldRestore held = holdAt(RestoreStep.STAGING)) {
            confirm();
            held.awaitReached();
            damage();
        }
        settle();

        assertThat(text("restoreProblem")).isEqualTo("What is to be restored was changed since it was checked.");
        assertThat(text("restoreProblemHint")).contains("Nothing was changed.");
        assertThat(steps().getFirst()).isEqualTo("Check it again and copy itfailed");
        assertThat(steps().subList(1, 5)).allMatch(step -> step.endsWith("not done"));
        assertThat(dialog().isCloseOnEsc()).isTrue();
        click("btnCloseRestore");
        _assertNone(Dialog.class);
        assertProjects("Garden house", "Boat");
    }

    @Test
    void anUndoTakesATickAndBringsTheFormerStateBack() {
        restores.restore(restores.preview(new RestoreRequest.OfBackup(backupName())), "local");

        openUndoDialog();

        assertThat(dialog().getHeaderTitle()).matches("Undo the restore of .*");
        assertThat(text("restoreAge"))
                .matches("Your projects will be as they were just before that restore, on .* \\(just now\\)\\.");
        assertThat(text("restoreSafety")).isEqualTo("What you have now is kept first, in a new safety backup.");
        assertThat(text("restoreBroughtBack")).isEqualTo("1 project will be restoredBoat");
        click("btnConfirmRestore");
        settle();
        assertProjects("Garden house");

        confirm();
        settle();

        assertThat(text("restoreDone")).startsWith("The restore was undone: your projects are those of ");
        assertProjects("Garden house", "Boat");
        assertThat(restores.undoOffer()).isEmpty();
    }

    @Test
    void anUndoThatIsGoneMeanwhileIsRefused() {
        restores.restore(restores.preview(new RestoreRequest.OfBackup(backupName())), "local");
        openUndoDialog();
        UndoOffer offer = restores.undoOffer().orElseThrow();
        restores.restore(restores.preview(new RestoreRequest.Undo(offer)), "local");

        confirm();
        settle();

        assertThat(text("restoreProblem")).isEqualTo("The last restore can no longer be undone.");
        assertThat(steps()).allMatch(step -> step.endsWith("pending"));
    }

    private void damage() throws IOException {
        Files.write(backup(), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    }

    private UUID project(String name) {
        return projects.list(false).stream()
                .filter(project -> project.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<String> rows() {
        return _find(NativeTableRow.class).stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private static List<String> steps() {
        return _find(_get(RestoreSteps.class), ListItem.class).stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }
}

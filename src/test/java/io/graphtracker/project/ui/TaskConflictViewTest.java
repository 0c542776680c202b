package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.internal.UIInternals;
import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.database.GatedDataSource;
import io.graphtracker.project.GraphChanges;
import io.graphtracker.project.GraphCommand;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.shell.KeptText;
import io.graphtracker.shell.UnsavedText;
import io.graphtracker.testing.ShownMessage;
import io.graphtracker.testing.StubPushTimer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of what is typed when the task changes meanwhile, goes, or cannot be stored. */
class TaskConflictViewTest extends TaskPanelFixture {

    @Autowired
    private GatedDataSource database;

    @Autowired
    private DatabaseGeneration generation;

    @Autowired
    private GraphChanges changes;

    @Autowired
    private StubPushTimer timer;

    @AfterEach
    void releasePushes() {
        timer.reset();
    }

    /** Keeps the page from being told what others change from now on. */
    private void holdPushes() {
        timer.hold();
        task(project, "Told at once, so that the next change has to wait");
        openMessages();
    }

    @Test
    void whatAnotherPageWroteStays() {
        selectOnCanvas(pack);
        estimate(pack, 3);
        _setValue(title(), "Pack boxes");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack boxes");
        assertThat(reload(project, pack.id()).plannedHours()).isEqualTo(3);
        assertThat(hours().getValue()).isEqualTo("3");
    }

    @Test
    void ofATaskThatIsGoneWhatWasTypedIsKeptToBeCopied() {
        selectOnCanvas(pack);
        holdPushes();
        graphs.delete(pack.id());
        _setValue(title(), "Pack boxes");
        assertThat(openMessages()).isEqualTo(1);
        assertThat(title().getValue()).isEqualTo("Pack boxes");
        assertThat(title().isReadOnly()).isTrue();
        assertThat(_get(TaskPanel.class).getElement().getTextRecursively())
                .contains("This task no longer exists, so what you typed was not saved.");
        assertThat(buttonNames()).doesNotContain("Move right");
        _assertNone(Button.class, button -> button.withId("btnDeleteNode"));
        selectOnCanvas(drive);
        assertThat(title().getValue()).isEqualTo("Drive");
        assertThat(title().isReadOnly()).isFalse();
        assertThat(UnsavedText.isMarked(_get(TaskForm.class))).isFalse();
        assertThat(buttonNames()).contains("Move right");
    }

    @Test
    void aTaskThatIsDeletedElsewhereDisappearsIfNothingWasTyped() {
        selectOnCanvas(pack);
        graphs.delete(pack.id());

        assertThat(openMessages()).isZero();
        _assertNone(TaskForm.class);
    }

    @Test
    void whatIsBeingTypedAboutATaskThatIsDeletedElsewhereArrives() {
        selectOnCanvas(pack);
        ComponentUtil.fireEvent(title(), new FocusNotifier.FocusEvent<>(title(), true));
        graphs.delete(pack.id());
        assertThat(UnsavedText.isMarked(_get(TaskForm.class))).isTrue();
        assertThat(hours().isReadOnly()).isTrue();
        assertThat(title().isReadOnly())
                .as("a read-only field refuses what arrives")
                .isFalse();

        _setValue(title(), "Pack boxes");
        ComponentUtil.fireEvent(title(), new BlurNotifier.BlurEvent<>(title(), true));

        assertThat(title().getValue()).isEqualTo("Pack boxes");
        assertThat(title().isReadOnly()).isTrue();
        assertThat(openMessages()).isZero();
    }

    @Test
    void whatWasTypedAboutATaskThatComesBackCanBeSaved() {
        selectOnCanvas(pack);
        ComponentUtil.fireEvent(title(), new FocusNotifier.FocusEvent<>(title(), true));
        String other = "another page";
        changes.execute(project.id(), other, new GraphCommand.DeleteTasks(Set.of(pack.id())));
        _setValue(title(), "Pack boxes");
        ComponentUtil.fireEvent(title(), new BlurNotifier.BlurEvent<>(title(), true));

        changes.undo(project.id(), other);

        assertThat(title().isReadOnly()).isFalse();
        assertThat(title().getValue()).isEqualTo("Pack boxes");
        _setValue(hours(), "2");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack boxes");
        assertThat(reload(project, pack.id()).plannedHours()).isEqualTo(2);
    }

    /** Not even by leaving the field to press Reload. */
    @Test
    void whatWasTypedBeforeARestoreIsNotWrittenOverWhatCameBack() {
        selectOnCanvas(pack);
        generation.advance();

        _setValue(title(), "Pack boxes");

        assertThat(ShownMessage.only().text())
                .startsWith("Nothing was saved: your projects were replaced by those of a backup");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack");
        assertThat(title().getValue()).isEqualTo("Pack boxes");
        assertThat(UnsavedText.isMarked(_get(TaskForm.class))).isTrue();
    }

    @Test
    void whileTheDatabaseIsClosedNothingIsSavedAndNothingIsLost() throws Exception {
        selectOnCanvas(pack);
        database.whileClosed(Duration.ofSeconds(10), () -> {
            assertThatThrownBy(() -> _setValue(title(), "Pack boxes"))
                    .hasStackTraceContaining("DatabaseClosedException");
            return true;
        });
        assertThat(title().getValue()).isEqualTo("Pack boxes");
        assertThat(UnsavedText.isMarked(_get(TaskForm.class))).isTrue();
        assertThat(title().isReadOnly()).isFalse();
        _setValue(hours(), "2");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack boxes");
        assertThat(UnsavedText.isMarked(_get(TaskForm.class))).isFalse();
    }

    private static ConflictNotice conflict(String field) {
        return withId(ConflictNotice.class, "conflict" + field);
    }

    private static void choose(ConflictNotice conflict, String choice) {
        _click(_get(conflict, Button.class, button -> button.withText(choice)));
    }

    /** Another page changes the title and the hours, and this one learns of it only by being refused. */
    private void changeElsewhere(String title, Double plannedHours) {
        holdPushes();
        graphs.update(pack.id(), pack.details(), new TaskDetails(title, "", TaskStatus.PLANNED, plannedHours));
    }

    @Test
    void aFieldThatSomebodyElseHasChangedIsRefusedWithBothValues() {
        selectOnCanvas(pack);
        changeElsewhere("Pack crates", 3.0);

        _setValue(title(), "Pack boxes");

        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack crates");
        assertThat(title().getValue()).isEqualTo("Pack boxes");
        assertThat(spoken())
                .isEqualTo("One field was not saved, because another page has changed it in the meantime."
                        + " Choose the value to keep.");
        assertThat(conflict("TITLE").getElement().getTextRecursively())
                .contains("Changed on another page in the meantime.", "Pack crates");
        assertThat(hours().getValue()).as("the other field merges").isEqualTo("3");
        assertThat(UnsavedText.isMarked(_get(TaskForm.class))).isTrue();
    }

    @Test
    void mineCanBeKept() {
        selectOnCanvas(pack);
        changeElsewhere("Pack crates", null);
        _setValue(title(), "Pack boxes");

        choose(conflict("TITLE"), "Keep mine");

        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack boxes");
        assertThat(title().getValue()).isEqualTo("Pack boxes");
        _assertNone(ConflictNotice.class);
        assertThat(UnsavedText.isMarked(_get(TaskForm.class))).isFalse();
    }

    @Test
    void theirsCanBeTaken() {
        selectOnCanvas(pack);
        changeElsewhere("Pack crates", null);
        _setValue(title(), "Pack boxes");

        choose(conflict("TITLE"), "Take theirs");

        assertThat(title().getValue()).isEqualTo("Pack crates");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack crates");
        _assertNone(ConflictNotice.class);
    }

    @Test
    void aFieldInConflictKeepsNoOtherFromBeingSaved() {
        selectOnCanvas(pack);
        changeElsewhere("Pack crates", null);
        _setValue(title(), "Pack boxes");

        _setValue(hours(), "2");

        assertThat(reload(project, pack.id()).plannedHours()).isEqualTo(2);
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack crates");
        assertThat(title().getValue()).isEqualTo("Pack boxes");
        conflict("TITLE");
    }

    @Test
    void aFieldThatIsBeingEditedIsLeftAlone() {
        selectOnCanvas(pack);
        ComponentUtil.fireEvent(title(), new FocusNotifier.FocusEvent<>(title(), true));

        graphs.update(pack.id(), pack.details(), new TaskDetails("Pack crates", "", TaskStatus.DONE, null));

        assertThat(title().getValue()).isEqualTo("Pack");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack crates");

        ComponentUtil.fireEvent(title(), new BlurNotifier.BlurEvent<>(title(), true));
        assertThat(title().getValue()).as("after leaving it untouched").isEqualTo("Pack crates");
    }

    @Test
    void whatIsTypedIntoAFieldThatSomebodyChangesIsRefused() {
        selectOnCanvas(pack);
        ComponentUtil.fireEvent(title(), new FocusNotifier.FocusEvent<>(title(), true));
        graphs.update(pack.id(), pack.details(), new TaskDetails("Pack crates", "", TaskStatus.PLANNED, null));

        _setValue(title(), "Pack boxes");

        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack crates");
        choose(conflict("TITLE"), "Keep mine");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack boxes");
    }

    /** As the browser does when the page is loaded again. */
    private void restoreTyped(String field, String shown, String typed) {
        restoreTyped(pack, field, shown, typed);
    }

    private static void restoreTyped(Task task, String field, String shown, String typed) {
        KeptText kept = _get(KeptText.class);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("event.detail.key", "task." + task.id());
        data.putArray("event.detail.kept")
                .addObject()
                .put("id", field)
                .put("shown", shown)
                .put("typed", typed);
        BasicUtilsKt._fireDomEvent(kept, "text-kept", data);
    }

    @Test
    void whatWasTypedBeforeThePageWasLoadedAgainIsSaved() {
        selectOnCanvas(pack);

        restoreTyped("taskTitle", "Pack", "Pack boxes");
        restoreTyped("taskPlannedHours", "", "2.5");
        restoreTyped("taskDescription", "", "Books first");

        Task saved = reload(project, pack.id());
        assertThat(saved.title()).isEqualTo("Pack boxes");
        assertThat(saved.plannedHours()).isEqualTo(2.5);
        assertThat(saved.description()).isEqualTo("Books first");
        _assertNone(ConflictNotice.class);
    }

    @Test
    void whatWasTypedIsShownBesideWhatCameMeanwhile() {
        selectOnCanvas(pack);

        restoreTyped("taskTitle", "Pick", "Pick boxes");

        assertThat(title().getValue()).isEqualTo("Pick boxes");
        assertThat(conflict("TITLE").getElement().getTextRecursively()).contains("Pack");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack");
    }

    @Test
    void whatWasTypedAndStoredIsNoConflict() {
        selectOnCanvas(pack);

        restoreTyped("taskTitle", "Pick", "Pack");

        _assertNone(ConflictNotice.class);
        assertThat(title().getValue()).isEqualTo("Pack");
    }

    /** It was on its way while the user selected another task. */
    @Test
    void whatWasTypedAboutAnotherTaskIsNotPutIntoThisOne() {
        selectOnCanvas(pack);
        selectOnCanvas(drive);

        restoreTyped(pack, "taskTitle", "Pack", "Pack boxes");

        assertThat(title().getValue()).isEqualTo("Drive");
        assertThat(reload(project, drive.id()).title()).isEqualTo("Drive");
        assertThat(confirmed()).isEmpty();
    }

    @Test
    void whatWasTypedIsKeptNoLongerWhereverItWent() {
        selectOnCanvas(pack);

        String key = "task." + pack.id();

        restoreTyped("taskTitle", "Pick", "Pack");
        assertThat(confirmed()).containsExactly(List.of(key, "taskTitle", "Pack"));
        restoreTyped("noSuchField", "", "typed");
        assertThat(confirmed()).containsExactly(List.of(key, "noSuchField", "typed"));
    }

    @Test
    void whatIsClearedIsConfirmedAsTheBrowserHasIt() {
        estimate(pack, 3);
        selectOnCanvas(pack);
        confirmed();

        _setValue(hours(), "");

        assertThat(confirmed()).containsExactly(List.of("task." + pack.id(), "taskPlannedHours", ""));
    }

    @Test
    void ofAnotherTaskNothingIsConfirmedWhenATaskIsShown() {
        selectOnCanvas(pack);
        confirmed();

        selectOnCanvas(drive);

        assertThat(confirmed()).containsExactly(List.of("task." + drive.id(), "taskTitle", "Drive"));
    }

    /** What the browser was told to keep no longer, since the last look: key, field, text. */
    private static List<List<String>> confirmed() {
        UIInternals internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .filter(call -> call.getExpression().contains(".confirm("))
                .map(call -> call.getParameters().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList())
                .toList();
    }
}

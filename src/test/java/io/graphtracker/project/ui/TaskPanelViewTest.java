package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.database.GatedDataSource;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.shell.KeptText;
import io.graphtracker.shell.UnsavedText;
import io.graphtracker.testing.ShownMessage;
import io.graphtracker.testing.StubPushTimer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TaskPanelViewTest extends PageTest {

    @Autowired
    private GatedDataSource database;

    @Autowired
    private DatabaseGeneration generation;

    @Autowired
    private StubPushTimer timer;

    private ProjectSummary project;
    private Task pack;
    private Task drive;

    @BeforeEach
    void openProject() {
        project = projects.create("Move house");
        pack = task(project, "Pack");
        drive = task(project, "Drive");
        open(project);
    }

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

    private static TextField title() {
        return withId(TextField.class, "taskTitle");
    }

    private static NumberField hours() {
        return withId(NumberField.class, "taskPlannedHours");
    }

    private static List<String> buttonNames() {
        return _find(Button.class).stream()
                .flatMap(button -> button.getAriaLabel().stream())
                .toList();
    }

    private static Button named(String name) {
        return _find(Button.class).stream()
                .filter(button -> button.getAriaLabel().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutASelectionThereIsNothingToEdit() {
        _assertNone(TaskForm.class);
        assertThat(_get(TaskPanel.class).getElement().getTextRecursively()).contains("Nothing selected");
    }

    @Test
    void whatIsWrittenIsSaved() {
        selectOnCanvas(pack);
        _setValue(title(), "Pack boxes");
        _setValue(withId(TextArea.class, "taskDescription"), "Books first");
        @SuppressWarnings("unchecked")
        Select<TaskStatus> status = withId(Select.class, "taskStatus");
        _setValue(status, TaskStatus.IN_PROGRESS);
        _setValue(withId(NumberField.class, "taskPlannedHours"), 8.5);
        Task saved = reload(project, pack.id());
        assertThat(saved.title()).isEqualTo("Pack boxes");
        assertThat(saved.description()).isEqualTo("Books first");
        assertThat(saved.status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(saved.plannedHours()).isEqualTo(8.5);
    }

    @Test
    void selectingAnotherTaskSavesNothingThere() {
        selectOnCanvas(pack);
        _setValue(title(), "Pack boxes");
        selectOnCanvas(drive);
        assertThat(title().getValue()).isEqualTo("Drive");
        assertThat(reload(project, drive.id()).title()).isEqualTo("Drive");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack boxes");
    }

    @Test
    void aBlankTitleIsRefusedAtTheField() {
        selectOnCanvas(pack);
        _setValue(title(), "  ");
        assertThat(title().isInvalid()).isTrue();
        assertThat(title().getErrorMessage()).isEqualTo("Give the task a title.");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack");
    }

    @Test
    void whatAnotherPageWroteStays() {
        selectOnCanvas(pack);
        estimate(pack, 3);
        _setValue(title(), "Pack boxes");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack boxes");
        assertThat(reload(project, pack.id()).plannedHours()).isEqualTo(3);
        assertThat(hours().getValue()).isEqualTo(3);
    }

    @Test
    void aWrongFieldKeepsNoOtherFromBeingSaved() {
        selectOnCanvas(pack);
        _setValue(title(), "  ");
        _setValue(hours(), 8.5);
        assertThat(reload(project, pack.id()).plannedHours()).isEqualTo(8.5);
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack");
        assertThat(title().getValue()).as("what is to be corrected").isEqualTo("  ");
        assertThat(title().isInvalid()).isTrue();
        selectOnCanvas(drive);
        assertThat(title().isInvalid()).isFalse();
        assertThat(title().getValue()).isEqualTo("Drive");
    }

    @Test
    void aQuarterOfAnHourCanBePlanned() {
        selectOnCanvas(pack);
        _setValue(hours(), 0.25);
        assertThat(hours().isInvalid()).isFalse();
        assertThat(reload(project, pack.id()).plannedHours()).isEqualTo(0.25);
    }

    @Test
    void aTitleThatIsTooLongIsRefusedAtTheField() {
        selectOnCanvas(pack);
        _setValue(title(), "x".repeat(201));
        assertThat(title().getErrorMessage()).isEqualTo("A title can have at most 200 characters.");
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack");
    }

    @Test
    void negativeHoursAreRefusedAtTheField() {
        selectOnCanvas(pack);
        _setValue(hours(), -1.0);
        assertThat(hours().isInvalid()).isTrue();
        assertThat(hours().getErrorMessage()).isEqualTo("Planned hours must be a number from 0 to 100,000.");
        assertThat(reload(project, pack.id()).plannedHours()).isNull();
    }

    @Test
    void aDescriptionThatIsTooLongIsRefusedAtTheField() {
        selectOnCanvas(pack);
        TextArea description = withId(TextArea.class, "taskDescription");
        _setValue(description, "x".repeat(10_001));
        assertThat(description.getErrorMessage()).isEqualTo("A description can have at most 10,000 characters.");
        assertThat(reload(project, pack.id()).description()).isEmpty();
    }

    @Test
    void aDependencyIsRemoved() {
        graphs.connect(pack.id(), drive.id());
        open(projects.create("Another"));
        open(project);
        selectOnCanvas(pack);
        assertThat(buttonNames()).contains("Remove dependency of Drive");
        selectOnCanvas(drive);
        _click(named("Remove dependency on Pack"));
        assertThat(graphs.load(project.id()).dependencies()).isEmpty();
        assertThat(buttonNames()).doesNotContain("Remove dependency on Pack");
    }

    @Test
    void aTaskIsDeletedWithoutAQuestionAndWithAnOfferToUndo() {
        selectOnCanvas(pack);
        click("btnDeleteNode");
        assertThat(graphs.load(project.id()).tasks()).extracting(Task::title).containsExactly("Drive");
        _assertNone(TaskForm.class);
        assertThat(spoken()).startsWith("“Pack” is deleted.");
        assertThat(_get(ChangeNotice.class).getElement().getTextRecursively()).contains("“Pack” is deleted.");

        click("btnUndoDeletion");

        assertThat(graphs.load(project.id()).tasks()).extracting(Task::title).containsExactly("Pack", "Drive");
        _assertNone(ChangeNotice.class);
    }

    @Test
    void whatADeletedTaskConnectedCanBeConnected() {
        Task unpack = task(project, "Unpack");
        graphs.connect(pack.id(), drive.id());
        graphs.connect(drive.id(), unpack.id());
        selectOnCanvas(drive);
        click("btnDeleteNode");
        assertThat(withId(Button.class, "btnReconnect").getText()).isEqualTo("Make “Unpack” depend on “Pack”");

        click("btnReconnect");

        assertThat(graphs.load(project.id()).dependencies())
                .extracting(dependency -> List.of(dependency.sourceId(), dependency.targetId()))
                .containsExactly(List.of(pack.id(), unpack.id()));
        _assertNone(ChangeNotice.class);
    }

    @Test
    void aTaskIsMovedWithoutDragging() {
        selectOnCanvas(pack);
        _click(named("Move right"));
        _click(named("Move down"));
        assertThat(reload(project, pack.id()).position().x()).isEqualTo(40);
        assertThat(reload(project, pack.id()).position().y()).isEqualTo(40);
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
        _setValue(hours(), 2.0);
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
                .isEqualTo("One field was not saved, because of a change on another page meanwhile."
                        + " Both values are shown there.");
        assertThat(conflict("TITLE").getElement().getTextRecursively())
                .contains("Changed on another page meanwhile.", "Pack crates");
        assertThat(hours().getValue()).as("the other field merges").isEqualTo(3);
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

        _setValue(hours(), 2.0);

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

    @Test
    void whatWasSavedIsAnnounced() {
        selectOnCanvas(pack);
        _setValue(title(), "Pack boxes ");

        assertThat(spoken()).isEqualTo("“Pack” is saved.");
        assertThat(title().getValue()).as("as it is stored").isEqualTo("Pack boxes");
    }

    @Test
    void severalTasksAreMovedAndDeletedTogether() {
        ComponentUtil.fireEvent(
                canvas(),
                new GraphCanvas.SelectionChangedEvent(
                        canvas(),
                        true,
                        new String[] {pack.id().toString(), drive.id().toString()},
                        null));
        _assertNone(TaskForm.class);
        assertThat(_get(TaskPanel.class).getElement().getTextRecursively())
                .contains("2 tasks selected", "Pack", "Drive");

        _click(named("Move right"));
        assertThat(reload(project, pack.id()).position().x()).isEqualTo(40);
        assertThat(reload(project, drive.id()).position().x()).isEqualTo(40);

        click("btnDeleteSelection");
        assertThat(graphs.load(project.id()).tasks()).isEmpty();
        assertThat(spoken()).startsWith("2 tasks are deleted.");
        click("btnUndoDeletion");
        assertThat(graphs.load(project.id()).tasks()).hasSize(2);
    }

    @Test
    void aSelectedDependencyShowsItsEndsAndCanBeRemoved() {
        String id = graphs.connect(pack.id(), drive.id()).id().toString();
        ComponentUtil.fireEvent(canvas(), new GraphCanvas.SelectionChangedEvent(canvas(), true, new String[0], id));
        assertThat(withId(Button.class, "dependencySource").getText()).isEqualTo("Pack");
        assertThat(withId(Button.class, "dependencyTarget").getText()).isEqualTo("Drive");

        click("btnDeleteEdge");

        assertThat(graphs.load(project.id()).dependencies()).isEmpty();
        _assertNone(DependencyEditor.class);
    }

    /** As the browser does when the page is loaded again. */
    private static void restoreTyped(String field, String shown, String typed) {
        KeptText kept = _get(KeptText.class);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
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
}

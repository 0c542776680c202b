package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskPanelViewTest extends TaskPanelFixture {

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
        _setValue(withId(TextField.class, "taskPlannedHours"), "8.5");
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
    void aWrongFieldKeepsNoOtherFromBeingSaved() {
        selectOnCanvas(pack);
        _setValue(title(), "  ");
        _setValue(hours(), "8.5");
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
        _setValue(hours(), "0.25");
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
        _setValue(hours(), "-1");
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
    void aDependencyIsAddedByTheTitleOfTheOtherTask() {
        Task call = task(project, "Call");
        selectOnCanvas(pack);
        _assertNone(TaskChooser.class);

        click("dependsOnAdd");
        TaskChooser before = withId(TaskChooser.class, "dependsOn");
        ComboBoxKt.setUserInput(before, "");
        assertThat(ComboBoxKt.getSuggestions(before)).containsExactly("Call", "Drive");
        ComboBoxKt._fireCustomValueSet(before, "cal");
        assertThat(spoken()).isEqualTo("“Pack” now depends on “Call”.");
        assertThat(before.isEmpty()).as("ready for the next one").isTrue();
        ComboBoxKt.setUserInput(before, "");
        assertThat(ComboBoxKt.getSuggestions(before)).containsExactly("Drive");

        click("neededByAdd");
        ComboBoxKt._fireCustomValueSet(withId(TaskChooser.class, "neededBy"), "Drive");
        assertThat(graphs.load(project.id()).dependencies())
                .extracting(dependency -> List.of(dependency.sourceId(), dependency.targetId()))
                .containsExactly(List.of(call.id(), pack.id()), List.of(pack.id(), drive.id()));

        selectOnCanvas(drive);
        _assertNone(TaskChooser.class);
    }

    @Test
    void aDependencyThatClosesACycleIsRefusedAtTheField() {
        graphs.connect(pack.id(), drive.id());
        openList();
        open(project);
        selectOnCanvas(pack);

        click("dependsOnAdd");
        TaskChooser before = withId(TaskChooser.class, "dependsOn");
        ComboBoxKt._fireCustomValueSet(before, "Drive");

        assertThat(before.isInvalid()).isTrue();
        assertThat(before.getErrorMessage()).startsWith("“Pack” cannot depend on “Drive”");
        assertThat(graphs.load(project.id()).dependencies()).hasSize(1);
    }

    @Test
    void aTaskIsDeletedWithoutAQuestionAndWithAnOfferToUndo() {
        selectOnCanvas(pack);
        click("btnDeleteNode");
        assertThat(graphs.load(project.id()).tasks()).extracting(Task::title).containsExactly("Drive");
        _assertNone(TaskForm.class);
        assertThat(spoken()).startsWith("“Pack” was deleted.");
        assertThat(_get(ChangeNotice.class).getElement().getTextRecursively()).contains("“Pack” was deleted.");

        click("btnUndoDeletion");

        assertThat(graphs.load(project.id()).tasks()).extracting(Task::title).containsExactly("Pack", "Drive");
        _assertNone(ChangeNotice.class);
    }

    @Test
    void theOfferToUndoStaysWhileOthersChangeThePlan() {
        selectOnCanvas(pack);
        click("btnDeleteNode");

        estimate(drive, 3);
        MockVaadin.clientRoundtrip(true);
        assertThat(_get(ChangeNotice.class).getElement().getTextRecursively()).contains("“Pack” was deleted.");

        selectOnCanvas(drive);
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
    void whatWasSavedIsAnnounced() {
        selectOnCanvas(pack);
        _setValue(title(), "Pack boxes ");

        assertThat(spoken()).isEqualTo("“Pack boxes” was saved.");
        assertThat(title().getValue()).as("as it is stored").isEqualTo("Pack boxes");
    }

    @Test
    void severalTasksAreMovedAndDeletedTogether() {
        ComponentUtil.fireEvent(
                canvas(),
                new CanvasEvents.SelectionChangedEvent(
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
        assertThat(spoken()).startsWith("2 tasks were deleted.");
        click("btnUndoDeletion");
        assertThat(graphs.load(project.id()).tasks()).hasSize(2);
    }

    @Test
    void aSelectedDependencyShowsItsEndsAndCanBeRemoved() {
        String id = graphs.connect(pack.id(), drive.id()).id().toString();
        ComponentUtil.fireEvent(canvas(), new CanvasEvents.SelectionChangedEvent(canvas(), true, new String[0], id));
        assertThat(withId(Button.class, "dependencySource").getText()).isEqualTo("Pack");
        assertThat(withId(Button.class, "dependencyTarget").getText()).isEqualTo("Drive");

        click("btnDeleteEdge");

        assertThat(graphs.load(project.id()).dependencies()).isEmpty();
        _assertNone(DependencyEditor.class);
    }
}

package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.FoundTask;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups as users make and change them. */
class GroupsViewTest extends PageTest {

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

    private static void selectAll(Task... tasks) {
        ComponentUtil.fireEvent(
                canvas(),
                new CanvasEvents.SelectionChangedEvent(
                        canvas(),
                        true,
                        Stream.of(tasks).map(task -> task.id().toString()).toArray(String[]::new),
                        null));
    }

    private Task group() {
        return graphs.load(project.id()).tasks().stream()
                .filter(Task::group)
                .findFirst()
                .orElseThrow();
    }

    private Task makeGroup() {
        selectAll(pack, drive);
        click("btnGroup");
        return group();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<FoundTask> choice(String id) {
        return withId(ComboBox.class, id);
    }

    @Test
    void theSelectedTasksBecomeAGroupWhoseTitleIsEdited() {
        Task group = makeGroup();

        assertThat(reload(project, pack.id()).parentId()).isEqualTo(group.id());
        assertThat(reload(project, drive.id()).parentId()).isEqualTo(group.id());
        assertThat(withId(TextField.class, "taskTitle").getValue()).isEqualTo("New group");
        assertThat(spoken()).isEqualTo("The group “New group” was created.");
    }

    @Test
    void aNewTaskGoesIntoTheSelectedGroupOrTheGroupOfTheSelectedTask() {
        Task group = makeGroup();
        selectAll(group);

        click("btnAddNode");

        Task first = newest();
        assertThat(first.parentId()).isEqualTo(group.id());
        assertThat(first.position().y()).isGreaterThan(pack.position().y());
        click("btnAddNode");
        assertThat(newest().parentId()).as("the first one is selected").isEqualTo(group.id());
        assertThat(newest().position().y()).isGreaterThan(first.position().y());
    }

    @Test
    void theTaskTabSaysHowFarTheSelectedGroupIs() {
        Task group = makeGroup();
        selectAll(group);
        Component line = withId(GroupProgressLine.class, "groupProgress");
        assertThat(line.getElement().getTextRecursively()).isEqualTo("Planned0 of 2 tasks done");
        _assertNone(Select.class);

        graphs.update(pack.id(), pack.details(), new TaskDetails("Pack", "", TaskStatus.DONE, null));
        MockVaadin.clientRoundtrip(false);

        assertThat(line.getElement().getTextRecursively()).isEqualTo("In progress1 of 2 tasks done");
        selectAll(pack);
        assertThat(line.isVisible()).isFalse();
    }

    private Task newest() {
        return graphs.load(project.id()).tasks().getLast();
    }

    @Test
    void withoutASelectionItSaysWhatToDo() {
        click("btnGroup");
        assertThat(spoken()).isEqualTo("Select the tasks for the group first.");

        click("btnUngroup");
        assertThat(spoken()).isEqualTo("Select a group first, or a task in it.");
        click("btnCollapse");
        assertThat(spoken()).isEqualTo("There is no group to collapse here.");
        click("btnExpand");
        assertThat(spoken()).isEqualTo("There is no collapsed group here.");
    }

    @Test
    void theGroupAroundASelectedTaskIsDissolved() {
        makeGroup();
        selectAll(pack);

        click("btnUngroup");

        assertThat(graphs.load(project.id()).tasks()).extracting(Task::title).containsExactly("Pack", "Drive");
        assertThat(_get(ChangeNotice.class).getElement().getTextRecursively())
                .contains("“New group” is no longer a group.");
    }

    @Test
    void allGroupsAreCollapsedAndExpandedIfNothingIsSelected() {
        makeGroup();
        selectAll();

        click("btnCollapse");
        assertThat(group().collapsed()).isTrue();
        click("btnExpand");
        assertThat(group().collapsed()).isFalse();
    }

    @Test
    void aTaskIsPutIntoAGroupAndOutInTheTaskPanel() {
        selectAll(pack);
        click("btnGroup");
        Task group = group();
        selectAll(drive);
        assertThat(choice("taskGroup").getValue()).isNull();

        _setValue(choice("taskGroup"), new FoundTask(group.id(), group.title(), null));
        assertThat(reload(project, drive.id()).parentId()).isEqualTo(group.id());

        selectAll(pack, drive);
        assertThat(choice("selectionGroup").getValue().id()).isEqualTo(group.id());
        _setValue(choice("selectionGroup"), null);
        assertThat(reload(project, pack.id()).parentId()).isNull();
        assertThat(reload(project, drive.id()).parentId()).isNull();
    }

    @Test
    void tasksOfDifferentGroupsAreTakenOutOfThemTogether() {
        selectAll(pack);
        click("btnGroup");
        selectAll(pack, drive);
        assertThat(choice("selectionGroup").getPlaceholder()).isEqualTo("In different groups");
        assertThat(ComboBoxKt.getSuggestions(choice("selectionGroup"))).containsExactly("No group", "New group");

        ComboBoxKt.selectByLabel(choice("selectionGroup"), "No group");

        assertThat(reload(project, pack.id()).parentId()).isNull();
        assertThat(choice("selectionGroup").getPlaceholder()).isEqualTo("No group");
        assertThat(ComboBoxKt.getSuggestions(choice("selectionGroup"))).containsExactly("New group");
    }

    @Test
    void allGroupsOfTheSampleAreCollapsed() {
        ProjectSummary sample = projects.createSample();
        open(sample);

        click("btnCollapse");

        assertThat(spoken()).isEqualTo("4 groups were collapsed.");
        assertThat(graphs.load(sample.id()).tasks().stream().filter(Task::group))
                .allMatch(Task::collapsed);
    }

    @Test
    void whereThereIsNoGroupNoneCanBeChosen() {
        selectAll(pack);

        _assertNone(ComboBox.class, field -> field.withId("taskGroup"));
    }
}
